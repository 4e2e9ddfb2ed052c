import * as z from "zod";
import { read } from "#core/input.ts";
import { asked, routes } from "#core/web.ts";
import { cooperationKinds } from "#modules/network/vocabulary.ts";
import { say } from "#modules/network/years/messages.ts";
import { lookAt } from "#modules/network/years/queries.ts";
import { NetworkView } from "./views.tsx";

const year = z
  .string()
  .regex(/^\d{4}$/u)
  .transform(Number)
  .optional()
  .catch(undefined);

// What does not parse is left out: somebody wrote the address by hand, and the whole network answers.
const LookInput = z.object({
  jahr: year,
  vergleich: year,
  art: z.enum(cooperationKinds).optional().catch(undefined),
  feld: z
    .string()
    .regex(/^[a-z-]{1,60}$/iu)
    .optional()
    .catch(undefined),
  organisation: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/u)
    .optional()
    .catch(undefined),
});

/** `/netzwerk`: who works together with whom, year by year. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const input = read(ctx, LookInput, asked(page));
  const { jahr, vergleich, art, feld, organisation } = input.ok ? input.value : LookInput.parse({});
  const look = { year: jahr, beside: vergleich, kind: art, field: feld, organization: organisation };
  return page.render(<NetworkView ctx={ctx} seen={await lookAt(ctx, look)} look={look} />, {
    title: say(ctx)("heading"),
    description: say(ctx)("description"),
  });
});
