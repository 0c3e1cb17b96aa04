import "./with-resolvers.ts";
import { createServer } from "node:http";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { jsonPgSmartTags } from "postgraphile/utils";

/** PostGraphile 5 over the hub's tables. Tags tell it the one link that these do not declare. */
const [database] = process.argv.slice(2);
/** By their own names, the aggregates of kept sums would be called as those of the tables that they add up. */
const sums = ["pledge_sums", "purchase_sums", "outlet_sales_sums"].map((table) => [
  table,
  { tags: { name: `kept_${table}` } },
]);
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      ...Object.fromEntries(sums),
      department: { tags: { unique: "municipality_id,id" } },
      pledge_quarter: {
        tags: {
          foreignKey:
            "(municipality_id, department_id) references department (municipality_id, id)|@fieldName department",
        },
      },
    },
  },
});
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [tags],
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: database, schemas: ["public"] })],
  grafserv: { graphiql: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
});
