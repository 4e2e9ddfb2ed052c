import type { Context } from "#core/context.ts";
import { found, NotFound } from "#core/errors.ts";
import { asked, routes, slugIn } from "#core/web.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, type Filters, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { findOpportunityBySlug, neededThisWeek } from "#modules/opportunities/queries.ts";
import { say } from "./messages.ts";
import { findByNumber, listByNumber, type PosterOffer, withNumbers } from "./queries.ts";
import { PosterPage, SheetPage } from "./views.tsx";

const mostOnSheet = 8;
const mostToChoose = 40;

const numbersIn = (value: string | string[] | undefined): number[] =>
  [value ?? []]
    .flat()
    .filter((text) => /^\d{1,7}$/u.test(text))
    .map(Number)
    .slice(0, mostToChoose);

/** What stands on the sheet: what was ticked, else what the filters leave, else what this week needs. */
const offersFor = async (
  ctx: Context,
  numbers: readonly number[],
  filters: Filters,
): Promise<{ offers: PosterOffer[]; candidates: PosterOffer[]; thisWeek: boolean }> => {
  const filtered = addressOf(filters) !== addressOf(readFilters({}));
  const cards = filtered
    ? (await findOffers(ctx, filters, mostToChoose)).rows.map(({ offer }) => offer)
    : await neededThisWeek(ctx, mostToChoose);
  const candidates = await withNumbers(ctx, cards);
  if (numbers.length === 0)
    return { offers: candidates.slice(0, mostOnSheet), candidates, thisWeek: !filtered };
  const offers = await listByNumber(ctx, numbers);
  const others = candidates.filter(({ id }) => !offers.some((offer) => offer.id === id));
  return { offers, candidates: [...offers, ...others], thisWeek: false };
};

/** /angebote/aushang and /angebote/:slug/aushang */
export const pages = routes()
  .get("/aushang", async (page) => {
    const ctx = page.get("ctx");
    const filters = readFilters(asked(page));
    const shown = await offersFor(ctx, numbersIn(asked(page)["nr"]), filters);
    return page.render(
      <SheetPage ctx={ctx} origin={page.get("origin")} back={addressOf(filters)} {...shown} />,
      {
        title: say(ctx)("choose"),
        crumbs: [{ href: addressOf(filters), label: say(ctx)("list") }],
        hidden: true,
      },
    );
  })
  .get("/:slug/aushang", async (page) => {
    const ctx = page.get("ctx");
    const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
    return page.render(<PosterPage ctx={ctx} origin={page.get("origin")} offer={offer} />, {
      title: say(ctx)("posterTitle", { title: offer.title }),
      crumbs: [
        { href: paths.list, label: say(ctx)("list") },
        { href: paths.show(offer.slug), label: offer.title },
      ],
      hidden: true,
    });
  });

/** /a/:number – from a strip of paper to the offer. */
export const short = routes().get("/:number", async (page) => {
  const text = page.req.param("number");
  if (!/^\d{1,7}$/u.test(text)) throw new NotFound();
  const offer = found(await findByNumber(page.get("ctx"), Number(text)));
  return page.redirect(paths.show(offer.slug), 303);
});
