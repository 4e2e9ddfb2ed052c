import { sql } from "kysely";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Database } from "#core/db.ts";
import { routes } from "#core/web.ts";

/** Alive, ready (the database answers and is migrated), and figures for Prometheus. No town is needed for these. */
export const health = (db: Database) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return routes()
    .get("/healthz", (page) => page.text("ok"))
    .get("/readyz", async (page) => {
      try {
        await sql`select 1 from schema_migrations limit 1`.execute(db);
        return page.text("ready");
      } catch {
        return page.text("the database is not there", 503, { "retry-after": "10" });
      }
    })
    .get("/metrics", async (page) =>
      page.body(await registry.metrics(), 200, { "content-type": registry.contentType }),
    );
};
