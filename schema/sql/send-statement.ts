import pg, { type Connection, type PoolClient, type QueryConfig } from "pg";

type Rows = Record<string, unknown>[];

/**
 * Sends a statement on a connection, closing prepared ones of these names just before it, and gives the rows.
 * PostgreSQL's message Close goes out with the statement: unlike DEALLOCATE it takes no round trip, is no error for a name
 * that does not exist, and is understood by poolers that rename statements.
 */
export function sendStatement(
  client: PoolClient,
  statement: QueryConfig,
  closing: readonly string[],
): Promise<Rows> {
  if (closing.length === 0) return client.query(statement).then(({ rows }) => rows);
  return new Promise((resolve, reject) => {
    const query = new pg.Query(statement);
    const submit = query.submit.bind(query);
    query.submit = (connection) => {
      for (const name of closing) closeStatement(connection, name);
      return submit(connection);
    };
    query.on("end", ({ rows }) => resolve(rows));
    query.on("error", reject);
    client.query(query);
  });
}

function closeStatement(connection: Connection, name: string): void {
  connection.close({ type: "S", name }, true);
  // pg keeps the names that it need not parse again, and offers no way to drop one.
  delete (connection as Connection & { parsedStatements: Record<string, string> }).parsedStatements[name];
}
