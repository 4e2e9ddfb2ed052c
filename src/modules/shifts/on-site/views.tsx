import type { Context } from "#core/context.ts";
import { day as dayInWords, dayLong, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { Expected } from "#modules/shifts/attendance/queries.ts";
import type { MarkRefusal } from "#modules/shifts/marks/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan, ShiftRow } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/roll/messages.ts";
import { figuresInWords, LineModel, Roll, wordsOfDevice } from "#modules/shifts/roll/views.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";

export type Problem = {
  readonly form?: Filled | undefined;
  /** The shift whose form is wrong, when it is the one for people who came along. */
  readonly wrongShift?: string | undefined;
  readonly refusal?: { readonly because: MarkRefusal | "ahead"; readonly name: string } | undefined;
};

type DayProps = Problem & {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly day: string;
  readonly around: { readonly before: string | undefined; readonly after: string | undefined };
  readonly shifts: readonly ShiftRow[];
  readonly rows: readonly Expected[];
  /** Only who has this in their name, or the one whose code was read. */
  readonly typed: string;
  readonly only: Expected | undefined;
  readonly notice: string | undefined;
};

const ofDay = (plan: Pick<Plan, "id">, day: string): string => `${paths.onSite(plan.id)}?tag=${day}`;

const Days = ({ ctx, plan, around: { before, after } }: DayProps) => (
  <Actions>
    {before && <a href={ofDay(plan, before)}>{say(ctx)("earlier", { day: dayInWords(ctx, before) })}</a>}
    {after && <a href={ofDay(plan, after)}>{say(ctx)("later", { day: dayInWords(ctx, after) })}</a>}
    <a href={paths.onSitePart(plan.id, "plakat")}>{say(ctx)("poster")}</a>
    <a href={paths.plan(plan.id)}>{say(ctx)("toPlan")}</a>
  </Actions>
);

const Search = ({ ctx, plan, day, typed, only, rows }: DayProps) => {
  const words = say(ctx);
  if (only)
    return (
      <p>
        {words("onlyOne", { name: only.name })} <a href={ofDay(plan, day)}>{words("all")}</a>
      </p>
    );
  return (
    <>
      <form class="al-search" method="get" action={paths.onSite(plan.id)} data-search>
        <input type="hidden" name="tag" value={day} />
        <label class="al-hidden" for="suche">
          {words("search")}
        </label>
        <input type="search" id="suche" name="suche" value={typed} placeholder={words("search")} />
        <button class="kern-btn kern-btn--secondary" type="submit">
          <span class="kern-label">{words("searchSubmit")}</span>
        </button>
      </form>
      {typed && (
        <p>
          {rows.length === 0 && words("notFound", { name: typed })}{" "}
          <a href={ofDay(plan, day)}>{words("all")}</a>
        </p>
      )}
    </>
  );
};

const WalkIn = ({ shift, ...props }: DayProps & { readonly shift: ShiftRow }) => {
  const { ctx, plan, formKey, day } = props;
  const words = say(ctx);
  const isWrong = props.form !== undefined && props.wrongShift === shift.id;
  const roles = shift.needs.map(({ id, role }) => ({ value: id, label: role }));
  return (
    <More summary={words("walkInHeading")} open={isWrong}>
      <div data-walk-in={shift.id}>
        <Form
          ctx={ctx}
          action={paths.onSitePart(plan.id, "dazu")}
          formKey={`${formKey}w${shift.id.slice(-6)}`}
          id={`w-${shift.id}`}
          form={isWrong ? props.form : undefined}
          submit={words("walkInSubmit")}
          quiet
        >
          <HiddenField name="tag" value={day} />
          <HiddenField name="schicht" value={shift.id} />
          <TextField name="name" label={words("walkInName")} maximum={120} />
          {roles.length === 1 ? (
            <HiddenField name="bedarf" value={roles[0]?.value ?? ""} />
          ) : (
            <Select name="bedarf" label={words("walkInRole")} options={roles} blank={false} />
          )}
          <NumberField name="anzahl" label={words("walkInParty")} hint={words("walkInPartyHint")} optional />
        </Form>
      </div>
    </More>
  );
};

const Shift = (props: DayProps & { readonly shift: ShiftRow }) => {
  const { ctx, plan, formKey, day, shift, rows, only } = props;
  const own = rows.filter(({ shiftId }) => shiftId === shift.id);
  const where = [shift.title, shift.whereText].filter(Boolean).join(", ");
  const heading = [time(ctx, shift.startsAt, shift.endsAt), where].filter(Boolean).join(" · ");
  return (
    <Section
      id={`s-${shift.id}`}
      heading={heading}
      aside={!only && !props.typed && <b data-count={shift.id}>{figuresInWords(ctx, own)}</b>}
    >
      {own.length === 0 && <p class="al-soft">{say(ctx)("nobody")}</p>}
      <Roll
        ctx={ctx}
        plan={plan}
        formKey={formKey}
        day={day}
        how={only ? "code" : "list"}
        shift={shift.id}
        rows={own}
      />
      {!only && <WalkIn {...props} shift={shift} />}
    </Section>
  );
};

const Close = ({ ctx, plan, formKey, day }: DayProps) => {
  const words = say(ctx);
  return (
    <Section id="abschluss" heading={words("close")}>
      <Form
        ctx={ctx}
        action={paths.onSitePart(plan.id, "abschluss")}
        formKey={`${formKey}z`}
        id="z"
        submit={words("closeSubmit")}
        next={words("closeLead")}
        quiet
      >
        <HiddenField name="tag" value={day} />
        <RadioGroup
          name="rest"
          label={words("rest")}
          value="open"
          options={(["arrived", "missed", "open"] as const).map((value) => ({
            value,
            label: words(`rest_${value}`),
          }))}
        />
      </Form>
    </Section>
  );
};

const notices = { abgeschlossen: "closed", dazu: "added" } as const;

const Told = ({ ctx, notice, refusal }: DayProps) => {
  const key = notice === "abgeschlossen" || notice === "dazu" ? notices[notice] : undefined;
  return (
    <>
      {key && (
        <Notice ctx={ctx} kind="success">
          {say(ctx)(key)}
        </Notice>
      )}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {say(ctx)(`refused_${refusal.because}`, { name: refusal.name })}
        </Notice>
      )}
    </>
  );
};

/** Where the script finds what it needs: whose ticks these are, and what the house knew when. */
const device = ({ ctx, plan, day, only, typed }: DayProps) => ({
  ...(only || typed ? {} : { "data-whole": true }),
  "data-on-site": true,
  "data-plan": plan.id,
  "data-person": ctx.actor.kind === "person" ? ctx.actor.id : "",
  "data-how": only ? "code" : "list",
  "data-at": +ctx.now,
  "data-marks": `${paths.marks(plan.id)}?tag=${day}`,
  "data-words": wordsOfDevice(ctx),
});

/** The day itself: who is expected at which shift, who is there, and who came along. */
export const DayPage = (props: DayProps) => {
  const { ctx, plan, day, shifts, only } = props;
  const words = say(ctx);
  const back = `/anmelden?weiter=${encodeURIComponent(paths.onSite(plan.id))}`;
  return (
    <Stack>
      <Title kind={`${plan.title}, ${plan.organization}`} heading={dayLong(ctx, day)} lead={words("lead")} />
      <Told {...props} />
      {shifts.length === 0 ? (
        <Empty heading={words("nothing")}>
          <p>
            {words("nothingText")} <a href={paths.plan(plan.id)}>{words("toPlan")}</a>
          </p>
        </Empty>
      ) : (
        <div class="al-stack" {...device(props)}>
          <p class="al-roll__line" role="status" data-line />
          <a class="kern-btn kern-btn--primary" href={back} data-sign-in hidden>
            <span class="kern-label">{words("signInAgain")}</span>
          </a>
          <Search {...props} />
          {shifts
            .filter(({ id }) => !only || only.shiftId === id)
            .map((shift) => (
              <Shift {...props} shift={shift} />
            ))}
          <LineModel ctx={ctx} plan={plan} formKey={props.formKey} day={day} how="list" />
        </div>
      )}
      {shifts.some(({ startsAt }) => startsAt <= ctx.now) && !only && <Close {...props} />}
      <Days {...props} />
    </Stack>
  );
};
