import type { Context } from "#core/context.ts";
import { asked, routes } from "#core/web.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import { addressOf, type Filters, readFilters } from "#modules/opportunities/catalog/vocabulary.ts";
import { say } from "#modules/opportunities/posters/messages.ts";
import { listByNumber, type PosterOffer, withNumbers } from "#modules/opportunities/posters/queries.ts";
import { neededThisWeek } from "#modules/opportunities/queries.ts";
import { SheetPage } from "./views.tsx";

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

/** /angebote/aushang */
export const pages = routes().get("/aushang", async (page) => {
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
});
