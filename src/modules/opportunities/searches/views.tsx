import type { Context } from "#core/context.ts";
import { tagsOf } from "#modules/opportunities/catalog/views.tsx";
import { addressOf, type Filters } from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { paths as people } from "#modules/people/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { filtersOf, queryOf, type SearchRow } from "./queries.ts";

type Ask = {
  readonly ctx: Context;
  readonly filters: Filters;
  readonly formKey: string;
  readonly organization: string | undefined;
};

/** What a search is called: its filters in words. */
export const nameOf = (ctx: Context, filters: Filters, organization?: string): string =>
  tagsOf(ctx, filters, organization)
    .map(({ label }) => label)
    .join(", ")
    .slice(0, 120) || say(ctx)("everything");

/** Below the list of offers: the search as it stands can be remembered. */
export const RememberSearch = ({ ctx, filters, formKey, organization }: Ask) => {
  const words = say(ctx);
  const own = { ...filters, seite: 1, sortierung: "passt" as const };
  if (ctx.actor.kind !== "person") {
    return (
      <p>
        <a href={people.signIn(addressOf(own))}>{words("signIn")}</a>{" "}
        <span class="al-soft">{words("rememberText")}</span>
      </p>
    );
  }
  return (
    <Actions>
      <ActionForm
        action={paths.mySearches}
        label={words("remember")}
        formKey={formKey}
        kind="secondary"
        values={{ suche: queryOf(own), name: nameOf(ctx, own, organization) }}
      />
      <span class="al-soft">{words("rememberText")}</span>
    </Actions>
  );
};

type Props = {
  readonly ctx: Context;
  readonly searches: readonly SearchRow[];
  readonly formKey: string;
  readonly notice: "saved" | "changed" | "dropped" | undefined;
  readonly refusal: "already" | "many" | undefined;
};

const Steps = ({ ctx, search, formKey }: Pick<Props, "ctx" | "formKey"> & { readonly search: SearchRow }) => {
  const words = say(ctx);
  const other = search.pace === "daily" ? ("weekly" as const) : ("daily" as const);
  return (
    <Actions>
      {!search.dead && (
        <ActionForm
          action={`${paths.mySearches}/${search.id}`}
          label={words(other === "weekly" ? "toWeekly" : "toDaily")}
          object={search.name}
          formKey={`${formKey}t${search.id}`.slice(0, 64)}
          values={{ tempo: other }}
        />
      )}
      <ActionForm
        action={`${paths.mySearches}/${search.id}/loeschung`}
        label={words("drop")}
        object={search.name}
        formKey={`${formKey}l${search.id}`.slice(0, 64)}
      />
    </Actions>
  );
};

/** Somebody's searches: what each finds now, how often they hear of it, and the way to end it. */
export const SearchesPage = ({ ctx, searches, formKey, notice, refusal }: Props) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {searches.length === 0 && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <Actions>
            <ButtonLink href={paths.list}>{words("toOffers")}</ButtonLink>
          </Actions>
        </Empty>
      )}
      <ItemList
        items={searches.map((search) => ({
          title: search.name,
          href: addressOf(filtersOf(search.query)),
          kind: words(search.pace === "daily" ? "every_daily" : "every_weekly"),
          text: search.dead ? (
            <State kind="late">{words(`over_${search.dead}`)}</State>
          ) : (
            words("found", { n: search.found })
          ),
          end: <Steps ctx={ctx} search={search} formKey={formKey} />,
        }))}
      />
      <p>
        <a href={people.myMessages}>{words("letters")}</a>
      </p>
    </Stack>
  );
};
