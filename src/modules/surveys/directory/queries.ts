import type { Context } from "#core/context.ts";
import { type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import type { Directory } from "#methods/questionnaire-form.ts";
import { listBorders } from "#modules/organizations/map/queries.ts";

/** The names a questionnaire asks for, and nothing it does not ask for. */
export type Names = Directory & {
  readonly organizations: readonly string[];
  readonly municipalities: readonly { readonly key: string; readonly name: string }[];
  /** Both together, for words that repeat an answer. */
  readonly named: ReadonlyMap<string, string>;
};

const most = 2_000;

const organizationsOf = async (ctx: Context): Promise<readonly { id: string; name: string }[]> =>
  ctx.db
    .selectFrom("organizations")
    .select(["id", "name"])
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .orderBy("name")
    .limit(most)
    .execute();

/** The organizations and municipalities that can be named in this questionnaire. */
export const namesFor = async (ctx: Context, questionnaire: Questionnaire): Promise<Names> => {
  const kinds = new Set(questionsOf(questionnaire).map(({ question }) => question.kind));
  const organizations = kinds.has("organization") ? await organizationsOf(ctx) : [];
  const borders = kinds.has("municipality") ? await listBorders(ctx) : [];
  const municipalities = borders.flatMap(({ key, name }) => (key ? [{ key, name }] : []));
  return {
    ids: new Map(organizations.map(({ id, name }) => [name.toLowerCase(), id])),
    names: new Map(organizations.map(({ id, name }) => [id, name])),
    organizations: organizations.map(({ name }) => name),
    municipalities,
    named: new Map([
      ...organizations.map(({ id, name }): [string, string] => [id, name]),
      ...municipalities.map(({ key, name }): [string, string] => [key, name]),
    ]),
  };
};
