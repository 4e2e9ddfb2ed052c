import type { Context } from "#core/context.ts";
import { dayOf } from "#core/local-time.ts";
import { ReferralStateMark, sinceWords } from "#modules/placements/history/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import { isRunning } from "#modules/placements/policy.ts";
import type { ReferralRow } from "#modules/placements/referrals/queries.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Actions, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };
type Next = Base & { readonly referral: ReferralRow };

/** The one or two things that come next for a referral, without leaving the file. */
const NextStep = ({ ctx, formKey, referral }: Next) => {
  const words = say(ctx);
  const { id, state, title: object } = referral;
  const key = (letter: string) => `${formKey}${letter}${id.slice(-8)}`;
  const today = { tag: dayOf(ctx.now) };
  if (state === "proposed")
    return (
      <ActionLink href={`${paths.referral(id)}#freigabe`} label={words("noteRelease")} object={object} />
    );
  if (state === "released") {
    return (
      <ActionForm
        action={paths.referralPart(id, "anfrage")}
        formKey={key("a")}
        label={words("callOrganization")}
        object={object}
      />
    );
  }
  if (state === "sent") {
    return (
      <>
        <ActionForm
          action={paths.referralPart(id, "antwort")}
          formKey={key("j")}
          label={words("noteYes")}
          object={object}
          values={{ antwort: "accepted" }}
        />
        <ActionLink href={`${paths.referral(id)}#antwort`} label={words("otherAnswer")} object={object} />
      </>
    );
  }
  if (state !== "accepted" && state !== "trial")
    return <ActionLink href={paths.referral(id)} label={words("details")} object={object} />;
  return (
    <>
      <ActionForm
        action={paths.referralPart(id, "einsatz")}
        formKey={key("e")}
        label={words("startToday")}
        object={object}
        values={today}
      />
      <ActionLink
        href={`${paths.referral(id)}#${state === "accepted" ? "schnuppern" : "ende"}`}
        label={words(state === "accepted" ? "otherDay" : "didNotFit")}
        object={object}
      />
    </>
  );
};

/** All referrals of a person, each with its state and its next step. */
export const Referrals = ({
  ctx,
  formKey,
  referrals,
}: Base & { readonly referrals: readonly ReferralRow[] }) => {
  const words = say(ctx);
  return (
    <Section id="vermittlungen" heading={words("referrals")}>
      {referrals.length === 0 && <p class="al-soft">{words("noReferrals")}</p>}
      <ItemList
        items={referrals.map((referral) => ({
          title: referral.title,
          href: paths.referral(referral.id),
          text: (
            <>
              {words("at", referral)} <br />
              <ReferralStateMark ctx={ctx} state={referral.state} />{" "}
              <span class="al-soft al-small">{sinceWords(ctx, referral)}</span>
            </>
          ),
          end: isRunning(referral.state) && (
            <Actions>
              <NextStep ctx={ctx} formKey={formKey} referral={referral} />
            </Actions>
          ),
        }))}
      />
    </Section>
  );
};
