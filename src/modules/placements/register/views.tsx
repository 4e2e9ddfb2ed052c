import type { Context } from "#core/context.ts";
import { day, dayOnly } from "#core/date.ts";
import { paths as organizations } from "#modules/organizations/paths.ts";
import type { FollowUpRow } from "#modules/placements/follow-ups/queries.ts";
import { momentsOf, ReferralStateMark, sinceWords } from "#modules/placements/history/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import {
  pageSize,
  type ReferralRow,
  type ReleaseRow,
  type StepRow,
} from "#modules/placements/referrals/queries.ts";
import { dataWords } from "#modules/placements/releases/views.tsx";
import { say } from "#modules/placements/steps/messages.ts";
import { type StepProps, Steps } from "#modules/placements/steps/views.tsx";
import { type ReferralState, referralStates, stepName, wayName } from "#modules/placements/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Desk, Views } from "#ui/work.tsx";

export type ListProps = {
  readonly ctx: Context;
  readonly rows: readonly ReferralRow[];
  readonly counts: Readonly<Record<ReferralState, number>>;
  readonly state?: ReferralState | undefined;
  readonly words: string;
  readonly page: number;
};

const addressOf = ({ state, words }: Pick<ListProps, "state" | "words">, page = 1): string => {
  const query = new URLSearchParams({
    ...(state ? { stand: state } : {}),
    ...(words ? { q: words } : {}),
    ...(page > 1 ? { seite: String(page) } : {}),
  });
  return query.size === 0 ? paths.register : `${paths.register}?${query}`;
};

/** All referrals of the town, by state. */
export const ReferralList = (props: ListProps) => {
  const { ctx, rows, counts, state, words, page } = props;
  const text = say(ctx);
  const all = referralStates.reduce((sum, name) => sum + counts[name], 0);
  const views = [
    {
      href: addressOf({ words, state: undefined }),
      label: text("all"),
      count: all,
      current: state === undefined,
    },
    ...referralStates
      .filter((name) => counts[name] > 0 || name === state)
      .map((name) => ({
        href: addressOf({ words, state: name }),
        label: stepName(ctx, name),
        count: counts[name],
        current: name === state,
      })),
  ];
  return (
    <Desk heading={text("menu")} lead={text("lead")} views={<Views ctx={ctx} views={views} />}>
      <Form ctx={ctx} method="get" action={paths.register} submit={text("show")} narrow>
        <TextField name="q" label={text("search")} type="search" value={words} optional width="medium" />
      </Form>
      {rows.length === 0 ? (
        <Empty heading={text("empty")}>
          <a href="/buero/menschen">{text("toPeople")}</a>
        </Empty>
      ) : (
        <ItemList
          items={rows.map((row) => ({
            kind: text("number", { number: row.number }),
            title: row.name,
            href: paths.referral(row.id),
            text: text("row", row),
            end: (
              <>
                <ReferralStateMark ctx={ctx} state={row.state} />{" "}
                <span class="al-soft al-small">{sinceWords(ctx, row)}</span>
              </>
            ),
          }))}
        />
      )}
      <Pager
        ctx={ctx}
        page={page}
        size={pageSize}
        total={state ? counts[state] : all}
        href={(number) => addressOf({ state, words }, number)}
      />
    </Desk>
  );
};

export type ReferralPageProps = StepProps & {
  readonly steps: readonly StepRow[];
  readonly release?: ReleaseRow | undefined;
  readonly followUps: readonly FollowUpRow[];
  readonly notice?: string | undefined;
  readonly refusal?:
    | "notNow"
    | "full"
    | "noEmail"
    | "guardianMissing"
    | "guardianNotAgreed"
    | "left"
    | undefined;
};

const notices = [
  "freigegeben",
  "anrufen",
  "vorgeschlagen",
  "link",
  "angefragt",
  "accepted",
  "question",
  "declined",
  "trial",
  "placed",
  "ended",
  "withdrawn",
  "nachfrage",
] as const;

/** What just happened, in words. */
export const Happened = ({ ctx, notice }: { readonly ctx: Context; readonly notice: string | undefined }) => {
  const known = notices.find((name) => name === notice);
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const releaseWords = (ctx: Context, { data, givenHow, givenAt, withdrawnAt }: ReleaseRow): string => {
  const how = wayName(ctx, givenHow);
  const given = say(ctx)("releasedHow", { data: dataWords(ctx, data), how, day: dayOnly(ctx, givenAt) });
  return withdrawnAt ? `${given}, ${say(ctx)("releaseOver", { day: dayOnly(ctx, withdrawnAt) })}` : given;
};

/** One referral in the office: what comes next, and all that went before. */
export const ReferralPage = (props: ReferralPageProps) => {
  const { ctx, referral, steps, release, followUps, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={words("number", referral)} heading={referral.name} lead={words("row", referral)} />
      <Happened ctx={ctx} notice={notice} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <TwoColumns>
        <Steps {...props} />
        <Stack wide>
          <Pairs
            pairs={[
              [words("state"), <ReferralStateMark ctx={ctx} state={referral.state} />],
              [words("released"), release && releaseWords(ctx, release)],
              [words("trialOn"), referral.trialOn && day(ctx, referral.trialOn)],
              [words("placedOn"), referral.placedOn && day(ctx, referral.placedOn)],
            ]}
          />
          <p>
            <a href={paths.file(referral.personId)}>{words("toFile", referral)}</a>
            {" · "}
            <a href={organizations.show(referral.organizationSlug)}>{referral.organization}</a>
          </p>
          <Section id="verlauf" heading={words("history")} space="none">
            <Timeline ctx={ctx} moments={momentsOf(ctx, steps, followUps)} />
          </Section>
        </Stack>
      </TwoColumns>
    </Stack>
  );
};
