import type { Context } from "#core/context.ts";
import { day } from "#core/date.ts";
import type { FollowUpRow } from "#modules/placements/follow-ups/queries.ts";
import { ReferralStateMark } from "#modules/placements/history/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import type { ReferralRow, SharedRow } from "#modules/placements/referrals/queries.ts";
import { weekName } from "#modules/placements/vocabulary.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

export type MineProps = {
  readonly ctx: Context;
  readonly referrals: readonly ReferralRow[];
  readonly shared: readonly SharedRow[];
  readonly followUps: readonly FollowUpRow[];
  /** Does this person speak for an organization? */
  readonly speaks: boolean;
};

const FollowUps = ({ ctx, followUps }: MineProps) => {
  if (followUps.length === 0) return null;
  const words = say(ctx);
  return (
    <Section id="nachfragen" heading={words("followUps")} space="none">
      <ItemList
        items={followUps.map((row) => ({
          kind: day(ctx, row.dueOn),
          title: words("entryFollowUp", row),
          href: paths.myFollowUp(row.id),
          text: words("followUpAt", { organization: row.organization, week: weekName(ctx, row.week) }),
          end: <ActionLink href={paths.myFollowUp(row.id)} label={words("answerNow")} object={row.title} />,
        }))}
      />
    </Section>
  );
};

const Yours = ({ ctx, referrals }: MineProps) => {
  const words = say(ctx);
  return (
    <Section id="meine" heading={words("yours")} space="none">
      {referrals.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <Actions>
            <ButtonLink href="/helfen">{words("find")}</ButtonLink>
            <a href="/fragen">{words("ask")}</a>
          </Actions>
        </Empty>
      ) : (
        <ItemList
          items={referrals.map((referral) => ({
            kind: day(ctx, referral.stateSince),
            title: referral.title,
            href: paths.myReferral(referral.id),
            text: referral.organization,
            end: <ReferralStateMark ctx={ctx} state={referral.state} />,
          }))}
        />
      )}
    </Section>
  );
};

const Theirs = ({ ctx, shared }: MineProps) => {
  const words = say(ctx);
  return (
    <Section id="organisation" heading={words("theirs")} space="none">
      {shared.length === 0 ? (
        <p>{words("noTheirs")}</p>
      ) : (
        <ItemList
          items={shared.map((row) => ({
            kind: day(ctx, row.stateSince),
            title: row.name ?? words("somebody"),
            href: paths.myReferral(row.id),
            text: words("row", row),
            end: <ReferralStateMark ctx={ctx} state={row.state} />,
          }))}
        />
      )}
    </Section>
  );
};

/** What a person is part of, and who would like to join their organization. */
export const MinePage = (props: MineProps) => {
  const { ctx, referrals, speaks } = props;
  const only = speaks && referrals.length === 0;
  return (
    <Stack wide>
      <Title
        heading={say(ctx)(only ? "mineOrganization" : "menu")}
        lead={say(ctx)(only ? "theirLead" : "lead")}
      />
      <FollowUps {...props} />
      {speaks && <Theirs {...props} />}
      {(!speaks || referrals.length > 0) && <Yours {...props} />}
    </Stack>
  );
};
