import type { Context } from "#core/context.ts";
import { dayOnly, daysBetween } from "#core/date.ts";
import { type Desk, manage, paths } from "#modules/opportunities/paths.ts";
import { may, ways } from "#modules/opportunities/policy.ts";
import {
  type ManagedRow,
  managedPage,
  type StateRow,
  type WholeOpportunity,
} from "#modules/opportunities/queries.ts";
import {
  companyName,
  elsewhereOf,
  longOf,
  offerName,
  type State,
  stateName,
  states,
  whenOf,
} from "#modules/opportunities/vocabulary.ts";
import { fieldName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Pairs, type StateKind, State as StateSign } from "#ui/facts.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";

/** Days after which the organization is asked whether an offer still holds. */
const daysToConfirm = 90;

const signs: Readonly<Record<State, StateKind>> = {
  draft: "info",
  review: "wait",
  published: "yes",
  paused: "wait",
  ended: "no",
};

const isDue = (ctx: Context, { state, confirmedAt }: Pick<ManagedRow, "state" | "confirmedAt">): boolean =>
  state === "published" && confirmedAt !== null && daysBetween(confirmedAt, ctx.now) >= daysToConfirm;

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

/** What just happened, by the word that the address carries. */
export const notices = {
  gespeichert: "saved",
  bestaetigt: "noticeConfirmed",
  draft: "noticeDraft",
  review: "noticeReview",
  published: "noticePublished",
  paused: "noticePaused",
  ended: "noticeEnded",
} as const;

export type Refusal = {
  readonly heading: string;
  readonly link?: { readonly href: string; readonly label: string } | undefined;
};

type ShowProps = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly offer: WholeOpportunity;
  readonly history: readonly StateRow[];
  readonly formKey: string;
  /** The first offer of its organization: the office reads it before everybody does. */
  readonly first: boolean;
  readonly notice?: (typeof notices)[keyof typeof notices] | undefined;
  readonly refusal?: Refusal | undefined;
};

const moveWords: Readonly<
  Record<State, Partial<Record<State, "pause" | "end" | "discard" | "reopen" | "withdraw">>>
> = {
  draft: { ended: "discard" },
  review: { draft: "withdraw" },
  published: { paused: "pause", ended: "end" },
  paused: { ended: "end" },
  ended: { draft: "reopen" },
};

const SendBack = ({ ctx, desk, offer, formKey }: Pick<ShowProps, "ctx" | "desk" | "offer" | "formKey">) => {
  const words = say(ctx);
  return (
    <More summary={words("sendBack")}>
      <Form ctx={ctx} action={manage[desk].state(offer.id)} submit={words("sendBack")} formKey={formKey}>
        <input type="hidden" name="to" value="draft" />
        <TextArea name="reason" label={words("reasonBack")} hint={words("reasonBackHint")} rows={3} />
      </Form>
    </More>
  );
};

const Steps = ({ ctx, desk, offer, formKey, first }: ShowProps) => {
  const words = say(ctx);
  const open = ways[offer.state].filter((to) => may.move(ctx, offer, to));
  const canPublish = open.includes("published");
  const reviews = offer.state === "review" && may.review(ctx);
  return (
    <>
      <div class="al-actions">
        {canPublish && (
          <ActionForm
            action={manage[desk].publish(offer.id)}
            label={words(offer.state === "paused" ? "resume" : "publish")}
            object={offer.title}
            formKey={formKey}
            kind="primary"
          />
        )}
        {isDue(ctx, offer) && (
          <ActionForm
            action={manage[desk].confirm(offer.id)}
            label={words("confirm")}
            object={offer.title}
            formKey={formKey}
            kind="primary"
          />
        )}
        <ButtonLink href={manage[desk].change(offer.id)} kind="secondary">
          {words("change")}
        </ButtonLink>
        {open.map((to) => {
          const label = moveWords[offer.state][to];
          if (!label || (reviews && to === "draft")) return null;
          return (
            <ActionForm
              action={manage[desk].state(offer.id)}
              label={words(label)}
              object={offer.title}
              formKey={formKey}
              kind="tertiary"
              values={{ to }}
            />
          );
        })}
      </div>
      {canPublish && <p class="al-soft">{words(first && !may.review(ctx) ? "submitNext" : "publishNext")}</p>}
      {reviews && <SendBack ctx={ctx} desk={desk} offer={offer} formKey={formKey} />}
    </>
  );
};

const Preview = ({ ctx, offer }: Pick<ShowProps, "ctx" | "offer">) => {
  const words = say(ctx);
  const { when, time } = whenOf(ctx, offer);
  return (
    <Section id="vorschau" heading={words("preview")} aside={words("previewLead")}>
      <Stack>
        {offer.summary && <p>{offer.summary}</p>}
        <Pairs
          pairs={[
            [words("when"), [when, time].filter(Boolean).join(", ")],
            [words("long"), longOf(ctx, offer)],
            [
              words("where"),
              elsewhereOf(ctx, offer.placeKind) ??
                [offer.street, offer.postcode, offer.townName].filter(Boolean).join(", "),
            ],
            [words("company"), companyName(ctx, offer.company)],
            [words("fields"), offer.fields.map((code) => fieldName(ctx, code)).join(", ")],
            [words("requirements"), offer.requirements],
            [words("offersGiven"), offer.offers.map((code) => offerName(ctx, code)).join(", ")],
            [words("confirmedAt"), offer.confirmedAt && dayOnly(ctx, offer.confirmedAt)],
          ]}
        />
        {offer.description && <p class="al-lines">{offer.description}</p>}
      </Stack>
    </Section>
  );
};

const History = ({ ctx, history }: Pick<ShowProps, "ctx" | "history">) => {
  const words = say(ctx);
  return (
    <Section id="verlauf" heading={words("history")}>
      <Timeline
        ctx={ctx}
        moments={history.map(({ state, reason, at, by }) => ({
          when: at,
          text: (
            <>
              {by
                ? words("stateBy", { state: stateName(ctx, state), name: by })
                : words("stateByHouse", { state: stateName(ctx, state) })}
              {reason && <> · „{reason}“</>}
            </>
          ),
        }))}
      />
    </Section>
  );
};

/** One offer as those see it who manage it: how it stands, the next step, how it reads, what happened. */
export const ShowPage = (props: ShowProps) => {
  const { ctx, offer, notice, refusal } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={offer.title} kind={offer.organization}>
        <p>
          <StateSign kind={signs[offer.state]}>{stateName(ctx, offer.state)}</StateSign>{" "}
          <span class="al-soft">{words("since", { day: dayOnly(ctx, offer.stateSince) })}</span>
        </p>
      </Title>
      {notice && !refusal && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={refusal.heading}>
          {refusal.link && <a href={refusal.link.href}>{refusal.link.label}</a>}
        </Notice>
      )}
      <Steps {...props} />
      {offer.publishedAt && (
        <p>
          <a href={paths.show(offer.slug)}>{words("publicPage")}</a>
        </p>
      )}
      <Preview ctx={ctx} offer={offer} />
      <History ctx={ctx} history={props.history} />
    </>
  );
};
