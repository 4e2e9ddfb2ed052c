import * as z from "zod";
import { read } from "#core/input.ts";
import { asked, type Page, routes } from "#core/web.ts";
import { sectors } from "#modules/network/growth/queries.ts";
import { cooperationKinds } from "#modules/network/vocabulary.ts";
import { say } from "#modules/network/years/messages.ts";
import { drawLook, type Look, lookAt } from "#modules/network/years/queries.ts";
import { NetworkView } from "./views.tsx";

const year = z
  .string()
  .regex(/^\d{4}$/u)
  .transform(Number)
  .optional()
  .catch(undefined);

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === "" ? undefined : text))
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
  sektor: z.enum(sectors).optional().catch(undefined),
  thema: words(80),
  organisation: words(120),
});

const lookOf = (page: Page): Look => {
  const input = read(page.var.ctx, LookInput, asked(page));
  const { jahr, vergleich, art, feld, sektor, thema, organisation } = input.ok
    ? input.value
    : LookInput.parse({});
  return {
    year: jahr,
    beside: vergleich,
    kind: art,
    field: feld,
    sector: sektor,
    topic: thema,
    organization: organisation,
  };
};

/** `/netzwerk`: who works together with whom, year by year. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    const look = lookOf(page);
    return page.render(<NetworkView ctx={ctx} seen={await lookAt(ctx, look)} look={look} />, {
      title: say(ctx)("heading"),
      description: say(ctx)("description"),
      script: "network",
    });
  })
  .get("/bild.json", async (page) => {
    const { drawing } = await drawLook(page.var.ctx, lookOf(page));
    return page.json(drawing);
  });
