import { html } from "../../markup/html.ts";

/** The page for GET /graphql in a browser: GraphiQL, all of it from this hub. */
export function graphiqlPage(): string {
  return html`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>질의하기 | 공약 데이터 허브</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/graphiql/graphiql.css">
<link rel="stylesheet" href="/assets/graphiql-page.css">
<script type="module" src="/assets/graphiql/graphiql.js"></script>
</head>
<body>
<div id="graphiql"></div>
<noscript><p>이 화면에는 JavaScript가 필요합니다. JavaScript 없이는 POST /graphql 로 질의하거나 <a href="/">보유 자료</a>를 보십시오.</p></noscript>
</body>
</html>
`.text;
}
