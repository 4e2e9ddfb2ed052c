import type { Context } from "#core/context.ts";
import type { SearchHit } from "#core/module.ts";
import { paths } from "#modules/opportunities/paths.ts";
import {
  type OpportunityCard,
  offersOf,
  onOffer,
  visible,
  withCard,
} from "#modules/opportunities/queries.ts";

/** An offer as a poster shows it, with the number it is asked for by on the phone. */
export type PosterOffer = OpportunityCard & { readonly number: number };

const numbered = (ctx: Context) => withCard(offersOf(ctx)).select("opportunities.number");

/** The offers of these numbers that are on offer now, in the order of the numbers. */
export const listByNumber = (ctx: Context, numbers: readonly number[], limit = 40): Promise<PosterOffer[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : numbered(ctx)
        .where("opportunities.number", "in", numbers)
        .where(onOffer(ctx))
        .orderBy("opportunities.number")
        .limit(limit)
        .execute();

/** The same offers with their numbers. */
export const withNumbers = async (
  ctx: Context,
  offers: readonly { readonly id: OpportunityCard["id"] }[],
): Promise<PosterOffer[]> => {
  if (offers.length === 0) return [];
  const rows = await numbered(ctx)
    .where(
      "opportunities.id",
      "in",
      offers.map(({ id }) => id),
    )
    .where(onOffer(ctx))
    .limit(offers.length)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return offers.flatMap(({ id }) => byId.get(id) ?? []);
};

/** The offer with this number, as far as the reader may see it, whatever became of it. */
export const findByNumber = (ctx: Context, number: number): Promise<PosterOffer | undefined> =>
  numbered(ctx).where("opportunities.number", "=", number).where(visible(ctx)).executeTakeFirst();

const typedNumber = /^\s*(?:nr\.?|nummer|no\.?)?\s*(\d{3,7})\s*$/iu;

/** Somebody reads a number out on the phone: whoever types it finds the offer. */
export const searchNumber = async (ctx: Context, words: string): Promise<readonly SearchHit[]> => {
  const number = Number(typedNumber.exec(words)?.[1] ?? 0);
  const offer = number > 0 ? await findByNumber(ctx, number) : undefined;
  if (!offer) return [];
  const { title, slug, organization } = offer;
  return [{ kind: `Nr. ${number}`, title, href: paths.show(slug), text: organization, rank: 100 }];
};
