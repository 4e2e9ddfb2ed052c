import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { paths as offers } from "#modules/opportunities/paths.ts";
import type { Dismissed, Suggestion, Suggestions } from "#modules/opportunities/suggestions/queries.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import type { Person } from "#modules/people/schema.ts";
import { paths } from "#modules/placements/paths.ts";
import type { ShortlistRow } from "#modules/placements/queries.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Why } from "#ui/facts.tsx";
import { Actions, Empty, More, Section, Stack } from "#ui/page.tsx";
import { ItemList, TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context; readonly formKey: string; readonly person: Person };

const keyOf = (formKey: string, id: string): string => `${formKey}${id}`.slice(0, 64);

/** Offers to talk about: proposed, or struck off again. */
export const Shortlist = ({
  ctx,
  formKey,
  person,
  rows,
}: Props & { readonly rows: readonly ShortlistRow[] }) => {
  if (rows.length === 0) return null;
  const words = say(ctx);
  return (
    <Section id="merkliste" heading={words("shortlist")}>
      <ItemList
        items={rows.map((row) => ({
          title: row.title,
          href: offers.show(row.slug),
          text: words("at", row),
          end: (
            <Actions>
              {row.state === "published" ? (
                <ActionLink
                  href={paths.newReferral(person.id, row.id)}
                  label={words("propose")}
                  object={row.title}
                />
              ) : (
                <span class="al-soft">{words("notOpen")}</span>
              )}
              <ActionForm
                action={paths.shortlistEnd(person.id)}
                formKey={keyOf(formKey, `s${row.id}`)}
                values={{ angebot: row.id }}
                label={words("takeOff")}
                object={row.title}
              />
            </Actions>
          ),
        }))}
      />
    </Section>
  );
};

type SuggestionProps = Props & {
  readonly found: Suggestions;
  /** What the person said "no, thanks" to: left out above, and told below. */
  readonly dismissed: readonly Dismissed[];
  readonly wishesKnown: boolean;
  readonly all: boolean;
  /** Proposed already, or kept. */
  readonly running: ReadonlySet<Id<"opportunity">>;
  readonly kept: ReadonlySet<Id<"opportunity">>;
};

const Reasons = ({ ctx, suggestion }: { readonly ctx: Context; readonly suggestion: Suggestion }) => (
  <>
    {suggestion.reasons.map((reason) => (
      <Why ctx={ctx}>{reason}</Why>
    ))}
    {suggestion.buts.length > 0 && (
      <Why ctx={ctx} but>
        {suggestion.buts.join(" ")}
      </Why>
    )}
  </>
);

const Choose = ({
  ctx,
  formKey,
  person,
  running,
  kept,
  suggestion,
}: SuggestionProps & { readonly suggestion: Suggestion }) => {
  const { id, title } = suggestion.opportunity;
  const words = say(ctx);
  if (running.has(id)) return <p class="al-soft">{words("running")}</p>;
  return (
    <Actions>
      <ActionLink href={paths.newReferral(person.id, id)} label={words("propose")} object={title} />
      {!kept.has(id) && (
        <ActionForm
          action={paths.shortlist(person.id)}
          formKey={keyOf(formKey, `k${id}`)}
          values={{ angebot: id }}
          label={words("keep")}
          object={title}
        />
      )}
    </Actions>
  );
};

const taskOf = (props: SuggestionProps, suggestion: Suggestion) => {
  const { ctx } = props;
  const { opportunity } = suggestion;
  const { when, time } = whenOf(ctx, opportunity);
  const where = elsewhereOf(ctx, opportunity.placeKind) ?? opportunity.townName;
  return {
    when,
    time: time || undefined,
    title: opportunity.title,
    href: offers.show(opportunity.slug),
    where: [opportunity.organization, where].filter(Boolean).join(" · "),
    long: longOf(ctx, opportunity),
    seats: seatsOf(ctx, opportunity),
    reason: (
      <Stack>
        <Reasons ctx={ctx} suggestion={suggestion} />
        <Choose {...props} suggestion={suggestion} />
      </Stack>
    ),
  };
};

const Closed = ({ ctx, closed }: { readonly ctx: Context; readonly closed: Suggestions["closed"] }) =>
  closed.length === 0 ? null : (
    <More summary={say(ctx)("closed", { n: closed.length })}>
      <ItemList
        items={closed.slice(0, 15).map(({ opportunity, reasons }) => ({
          title: opportunity.title,
          href: offers.show(opportunity.slug),
          text: reasons.join(" "),
        }))}
      />
    </More>
  );

const DismissedOffers = ({ ctx, dismissed }: Pick<SuggestionProps, "ctx" | "dismissed">) =>
  dismissed.length === 0 ? null : (
    <More summary={say(ctx)("dismissed", { n: dismissed.length })}>
      <ItemList
        items={dismissed.slice(0, 15).map(({ title, slug, at }) => ({
          title,
          href: offers.show(slug),
          text: say(ctx)("dismissedOn", { day: dayWithYear(ctx, at) }),
        }))}
      />
    </More>
  );

/** What fits a person, each with its reasons; and why the others do not. */
export const SuggestionList = (props: SuggestionProps) => {
  const { ctx, person, found, dismissed, wishesKnown, all } = props;
  const words = say(ctx);
  const { suggestions, closed, total } = found;
  return (
    <Section id="vorschlaege" heading={words("suggestions")}>
      <p class="al-soft">
        {wishesKnown ? words("suggestionsLead", { total, name: person.name }) : words("noWishes")}
      </p>
      {suggestions.length === 0 ? (
        <Empty heading={words("nothingFits")} />
      ) : (
        <TaskList tasks={suggestions.map((suggestion) => taskOf(props, suggestion))} ordered />
      )}
      <Actions>
        {!all && total > suggestions.length && (
          <a href={paths.moreSuggestions(person.id)}>{words("moreSuggestions")}</a>
        )}
      </Actions>
      <DismissedOffers ctx={ctx} dismissed={dismissed} />
      <Closed ctx={ctx} closed={closed} />
    </Section>
  );
};
