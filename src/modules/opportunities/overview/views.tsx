import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { type Desk, manage } from "#modules/opportunities/paths.ts";
import { say } from "#modules/opportunities/publications/messages.ts";
import { isDue, signs } from "#modules/opportunities/publications/views.tsx";
import { type ManagedRow, managedPage } from "#modules/opportunities/queries.ts";
import { type State, stateName, states, whenOf } from "#modules/opportunities/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State as StateSign } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { Views } from "#ui/work.tsx";

type ListProps = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly rows: readonly ManagedRow[];
  readonly counts: Readonly<Record<State, number>>;
  readonly state: State | undefined;
  readonly words: string;
  readonly page: number;
  readonly heading: string;
  readonly speaks: boolean;
};

const listAddress = (desk: Desk, state: State | undefined, words: string, page = 1): string => {
  const query = new URLSearchParams({
    ...(state ? { stand: state } : {}),
    ...(words ? { q: words } : {}),
    ...(page > 1 ? { seite: String(page) } : {}),
  });
  return query.size === 0 ? manage[desk].list : `${manage[desk].list}?${query}`;
};

/** The offers of one's organizations, or in the office of all, by state. */
export const ManagedPage = ({ ctx, desk, rows, counts, state, words, page, heading, speaks }: ListProps) => {
  const text = say(ctx);
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const total = state ? counts[state] : all;
  if (!speaks) {
    return (
      <>
        <Title heading={heading} />
        <Empty heading={text("nobodySpeaks")}>
          <p>{text("nobodySpeaksText")}</p>
          <p>
            <a href="/organisationen">{text("directory")}</a>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <Title heading={heading} lead={text(desk === "office" ? "officeLead" : "mineLead")}>
        <Actions>
          <ButtonLink href={manage[desk].add}>{text("add")}</ButtonLink>
        </Actions>
      </Title>
      <Views
        ctx={ctx}
        views={[
          {
            href: listAddress(desk, undefined, words),
            label: text("view_all"),
            count: all,
            current: state === undefined,
          },
          ...states
            .filter((one) => counts[one] > 0 || one === state)
            .map((one) => ({
              href: listAddress(desk, one, words),
              label: stateName(ctx, one),
              count: counts[one],
              current: state === one,
            })),
        ]}
      />
      {desk === "office" && (
        <Form
          ctx={ctx}
          action={manage.office.list}
          method="get"
          submit={text("search")}
          form={{ values: { q: words }, errors: {} }}
          narrow
        >
          <TextField name="q" type="search" label={text("searchLabel")} optional />
        </Form>
      )}
      {rows.length === 0 && (
        <Empty heading={text(all === 0 && desk === "mine" ? "noneYet" : "noneHere")}>
          <p>{text(desk === "mine" ? "noneYetText" : "noneOffice")}</p>
        </Empty>
      )}
      <ItemList
        items={rows.map((row) => ({
          title: row.title,
          href: manage[desk].show(row.id),
          kind: `${row.organization} · ${whenOf(ctx, row).when}`,
          text: <span class="al-soft">{text("since", { day: dayOnly(ctx, row.stateSince) })}</span>,
          end: isDue(ctx, row) ? (
            <StateSign kind="late">{text("due")}</StateSign>
          ) : (
            <StateSign kind={signs[row.state]}>{stateName(ctx, row.state)}</StateSign>
          ),
        }))}
      />
      <Pager
        ctx={ctx}
        page={page}
        size={managedPage}
        total={total}
        href={(number) => listAddress(desk, state, words, number)}
      />
    </>
  );
};
