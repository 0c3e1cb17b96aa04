import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import { firstQuery } from "../first-query.ts";

const workers: Record<string, string> = { json: "json.worker.js", graphql: "graphql.worker.js" };

/** Monaco asks here for its workers: bundled beside this script, so that no other host is asked. */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) =>
      new Worker(new URL(workers[label] ?? "editor.worker.js", import.meta.url), { type: "module" }),
  },
});

const asked = new URLSearchParams(location.search);
const place = document.getElementById("graphiql");
if (place) {
  createRoot(place).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: "/graphql" })}
      defaultQuery={firstQuery}
      initialQuery={asked.get("query") ?? undefined}
      initialVariables={asked.get("variables") ?? undefined}
      forcedTheme="light"
    >
      <GraphiQL.Logo>
        <a className="hub-name" href="/">
          공약 데이터 허브
        </a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
