import pg, { type Connection, type PoolClient } from "pg";

type Rows = Record<string, unknown>[];

/** A statement with the name to prepare it under; undefined: it is not prepared. */
export interface NamedStatement {
  name: string | undefined;
  text: string;
  values: readonly unknown[];
}

/**
 * Sends a statement on a connection, closing prepared ones of these names just before it, and gives the rows.
 * PostgreSQL's message Close goes out with the statement: unlike DEALLOCATE it takes no round trip, is no error for a name
 * that does not exist, and is understood by poolers that rename statements.
 */
export function sendStatement(
  client: PoolClient,
  { name, text, values }: NamedStatement,
  closing: readonly string[],
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const query: pg.Query & { name?: string | undefined } = new pg.Query(
      text,
      [...values],
      (error, result) => (error ? reject(error) : resolve(result.rows)),
    );
    // Not given to the constructor, which copies such an object property by property: that takes longer than the rest.
    query.name = name;
    if (closing.length > 0) {
      const submit = query.submit.bind(query);
      query.submit = (connection) => {
        for (const closed of closing) closeStatement(connection, closed);
        return submit(connection);
      };
    }
    client.query(query);
  });
}

function closeStatement(connection: Connection, name: string): void {
  connection.close({ type: "S", name }, true);
  // pg keeps the names that it need not parse again, and offers no way to drop one.
  delete (connection as Connection & { parsedStatements: Record<string, string> }).parsedStatements[name];
}
