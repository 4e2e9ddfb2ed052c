import type { Context } from "#core/context.ts";
import { dayAndTime, time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { listOwnToday } from "#modules/shifts/attendance/queries.ts";
import type { CheckInRefusal } from "#modules/shifts/marks/commands.ts";
import { isOpenForSelf, selfFrom } from "#modules/shifts/marks/policy.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";

type Own = Awaited<ReturnType<typeof listOwnToday>>[number];

const standing = (ctx: Context, row: Own): string => {
  const words = say(ctx);
  if (row.state === "arrived") return words("here", { time: time(ctx, row.arrivedAt ?? ctx.now) });
  if (row.state === "left") return words("left", { time: time(ctx, row.leftAt ?? ctx.now) });
  if (row.endsAt <= ctx.now) return words("over");
  if (row.state !== null) return words(row.state);
  return words("until", { from: time(ctx, selfFrom(row)), until: time(ctx, row.endsAt) });
};

type OwnProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly code: string;
  readonly row: Own;
};

const OwnShift = ({ ctx, formKey, code, row }: OwnProps) => {
  const isOpen = isOpenForSelf(ctx, row) && row.state !== "arrived" && row.state !== "left";
  return (
    <Section id={`s-${row.id}`} heading={dayAndTime(ctx, row.startsAt, row.endsAt)}>
      <p>{[row.role, row.title, row.whereText].filter(Boolean).join(" · ")}</p>
      <p>{standing(ctx, row)}</p>
      {isOpen && (
        <ActionForm
          action={paths.checkIn(code)}
          formKey={`${formKey}${row.id.slice(-4)}`}
          label={say(ctx)("tick")}
          object={time(ctx, row.startsAt, row.endsAt)}
          values={{ anmeldung: row.id }}
          kind="primary"
        />
      )}
    </Section>
  );
};

type CheckInProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly code: string;
  readonly plan: { readonly title: string; readonly organization: string; readonly selfCheckIn: boolean };
  readonly rows: readonly Own[];
  readonly notice: string | undefined;
  readonly refusal: CheckInRefusal | undefined;
};

const Rows = ({ ctx, formKey, code, plan, rows }: CheckInProps) => {
  const words = say(ctx);
  if (ctx.actor.kind !== "person")
    return (
      <>
        <p>{words("signInText")}</p>
        <Actions>
          <ButtonLink href={`/anmelden?weiter=${encodeURIComponent(paths.checkIn(code))}`}>
            {words("signIn")}
          </ButtonLink>
        </Actions>
        <p class="al-soft">{words("orTell")}</p>
      </>
    );
  if (!plan.selfCheckIn) return <p>{words("closed")}</p>;
  if (rows.length === 0)
    return (
      <p>
        {words("none")} {words("noneText")}
      </p>
    );
  return (
    <>
      {rows.map((row) => (
        <OwnShift ctx={ctx} formKey={formKey} code={code} row={row} />
      ))}
    </>
  );
};

/** Where the code at the entrance leads: one's own shifts of today, each with one button. */
export const CheckInPage = (props: CheckInProps) => {
  const { ctx, plan, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("heading")} lead={words("lead", plan)} />
      {notice === "da" && (
        <Notice ctx={ctx} kind="success">
          {words("done")}
        </Notice>
      )}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refusal}`)}
        </Notice>
      )}
      <Rows {...props} />
      {ctx.actor.kind === "person" && (
        <p>
          <a href={paths.mine}>{words("mine")}</a>
        </p>
      )}
    </Stack>
  );
};

type PosterProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly code: string | null;
  readonly origin: string;
  readonly notice: string | undefined;
};

const Sheet = ({ ctx, plan, code, origin }: PosterProps & { readonly code: string }) => {
  const words = say(ctx);
  const address = `${origin}${paths.checkIn(code)}`;
  return (
    <div class="al-entrance al-stack">
      <p class="al-entrance__heading">{words("posterHeading")}</p>
      <p>
        <b>{plan.title}</b>
        <br />
        {plan.organization}
      </p>
      <QrCode text={address} label={words("code", { address })} size={360} />
      <p>{words("posterText")}</p>
      <p>{words("posterAddress", { address: address.replace(/^https?:\/\//u, "") })}</p>
      <p>{words("posterWithout")}</p>
    </div>
  );
};

/** The sheet for the entrance, and the button that makes or renews its code. */
export const PosterPage = (props: PosterProps) => {
  const { ctx, formKey, plan, code, notice } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <div class="al-no-print al-stack">
        <PlanHead ctx={ctx} plan={plan} part="onSite" heading={words("poster")} lead={words("posterLead")} />
        {notice === "erneuert" && (
          <Notice ctx={ctx} kind="success">
            {words("renewed")}
          </Notice>
        )}
        {!plan.selfCheckIn && (
          <p>
            {words("notOn")} <a href={paths.settings(plan.id)}>{words("toSettings")}</a>
          </p>
        )}
        <p>{words(code ? "print" : "noCode")}</p>
        <ActionForm
          action={paths.onSitePart(plan.id, "code")}
          formKey={formKey}
          label={words(code ? "renew" : "make")}
          kind={code ? "tertiary" : "primary"}
        />
        {code && <p class="al-soft">{words("renewNext")}</p>}
      </div>
      {code && <Sheet {...props} code={code} />}
    </Stack>
  );
};

type OwnCodeProps = {
  readonly ctx: Context;
  /** Where the town is reached from outside, as `page.get("origin")` knows it. */
  readonly origin: string;
  readonly opportunityId: Id<"opportunity">;
  readonly signupId: Id<"signup">;
  readonly size?: number | undefined;
};

/** The code of one helper: the camera of the team opens the list at their name. */
export const OwnCode = ({ ctx, origin, opportunityId, signupId, size }: OwnCodeProps) => (
  <QrCode
    text={`${origin}${paths.onSiteOf(opportunityId, signupId)}`}
    label={`${say(ctx)("ownCode")}. ${say(ctx)("ownCodeText")}`}
    size={size}
  />
);
