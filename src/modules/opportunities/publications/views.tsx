import type { Context } from "#core/context.ts";
import { dayOnly, daysBetween } from "#core/date.ts";
import { type Desk, manage, paths } from "#modules/opportunities/paths.ts";
import { may, ways } from "#modules/opportunities/policy.ts";
import type { ManagedRow, StateRow, WholeOpportunity } from "#modules/opportunities/queries.ts";
import {
  companyName,
  elsewhereOf,
  longOf,
  offerName,
  type State,
  stateName,
  whenOf,
} from "#modules/opportunities/vocabulary.ts";
import { fieldName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Pairs, type StateKind, State as StateSign } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Section, Stack, Title } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";

/** Days after which the organization is asked whether an offer still holds. */
const daysToConfirm = 90;

/** The sign of each state. */
export const signs: Readonly<Record<State, StateKind>> = {
  draft: "info",
  review: "wait",
  published: "yes",
  paused: "wait",
  ended: "no",
};

/** Is it time to ask whether it still holds? */
export const isDue = (
  ctx: Context,
  { state, confirmedAt }: Pick<ManagedRow, "state" | "confirmedAt">,
): boolean =>
  state === "published" && confirmedAt !== null && daysBetween(confirmedAt, ctx.now) >= daysToConfirm;

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
        {offer.state === "published" && (
          <ButtonLink href={manage[desk].people(offer.id)} kind="secondary">
            {words("findPeople")}
          </ButtonLink>
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
                [offer.street, [offer.postcode, offer.townName].filter(Boolean).join(" ")]
                  .filter(Boolean)
                  .join(", "),
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
      <Actions>
        {offer.publishedAt && <a href={paths.show(offer.slug)}>{words("publicPage")}</a>}
        {offer.state !== "ended" && <a href={paths.shiftPlan(offer.id)}>{words("shiftPlan")}</a>}
      </Actions>
      <Preview ctx={ctx} offer={offer} />
      <History ctx={ctx} history={props.history} />
    </>
  );
};
