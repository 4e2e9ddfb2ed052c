import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { number } from "#core/number.ts";
import { say } from "#modules/shifts/board/messages.ts";
import type { Filter, Totals } from "#modules/shifts/board/queries.ts";
import { Board } from "#modules/shifts/board/views.tsx";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan, Role, ShiftRow } from "#modules/shifts/queries.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choices.tsx";
import { Facts } from "#ui/facts.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Stack } from "#ui/page.tsx";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly roles: readonly Role[];
  /** The days that have shifts, for the filter. */
  readonly days: readonly string[];
  readonly shifts: readonly ShiftRow[];
  readonly signups: readonly SignupRow[];
  /** The proofs that are missing to whom. */
  readonly unproven: ReadonlyMap<SignupRow["id"], readonly string[]>;
  readonly totals: Totals;
  readonly filter: Filter;
  readonly isPast: boolean;
  readonly notice?: string | undefined;
};

const notices = ["angelegt", "abgesagt", "verschoben", "zugesagt"] as const;

// What a drag sends: the same as the form on the page of a sign-up. Without a script nobody sees it.
const Dragging = ({ formKey }: Pick<Props, "formKey">) => (
  <form method="post" hidden data-board-move>
    <HiddenField name="_key" value={`${formKey}d`} />
    <HiddenField name="tun" value="verschieben" />
    <HiddenField name="zum" value="plan" />
    <HiddenField name="bedarf" value="" />
  </form>
);

const Filters = ({ ctx, plan, roles, days, filter, isPast }: Props) => {
  const words = say(ctx);
  const values = {
    tag: filter.day ?? "",
    aufgabe: filter.role ?? "",
    ...(filter.thin ? { duenn: "on" } : {}),
  };
  return (
    <Form
      ctx={ctx}
      action={paths.plan(plan.id)}
      method="get"
      submit={words("filter")}
      form={{ values, errors: {} }}
      quiet
      narrow
    >
      {isPast && <HiddenField name="zeit" value="vorbei" />}
      <div class="al-beside">
        <Select
          name="tag"
          label={words("filterDay")}
          blank={words("filterAny")}
          options={days.map((value) => ({ value, label: dayOnly(ctx, value) }))}
          optional
        />
        <Select
          name="aufgabe"
          label={words("filterRole")}
          blank={words("filterAny")}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <Checkbox name="duenn" label={words("filterThin")} />
      </div>
    </Form>
  );
};

const Numbers = ({ ctx, totals, signups }: Pick<Props, "ctx" | "totals" | "signups">) => {
  const words = say(ctx);
  const asked = signups.filter(({ state }) => state === "asked").length;
  const waiting = signups.filter(({ state }) => state === "waiting").length;
  const facts = [
    {
      value: number(ctx, totals.taken),
      of: words("factOf", { n: number(ctx, totals.places) }),
      sentence: words("factTaken", { n: totals.taken }),
    },
    { value: number(ctx, totals.missing), sentence: words("factMissing", { n: totals.missing }) },
    ...(asked > 0 ? [{ value: number(ctx, asked), sentence: words("factAsked", { n: asked }) }] : []),
    ...(waiting > 0 ? [{ value: number(ctx, waiting), sentence: words("factWaiting", { n: waiting }) }] : []),
  ];
  return <Facts facts={facts} />;
};

const Begin = ({ ctx, plan, roles, isPast }: Props) => {
  const words = say(ctx);
  if (isPast) return <Empty heading={words("nonePast")} />;
  return roles.length === 0 ? (
    <Empty heading={words("noRoles")}>
      <p>{words("noRolesText")}</p>
      <ButtonLink href={paths.roles(plan.id)}>{words("toRoles")}</ButtonLink>
    </Empty>
  ) : (
    <Empty heading={words("noShifts")}>
      <p>{words("noShiftsText")}</p>
    </Empty>
  );
};

const Ways = ({ ctx, plan, roles, isPast }: Props) => {
  const words = say(ctx);
  return (
    <Actions>
      {roles.length > 0 && <ButtonLink href={paths.addShift(plan.id)}>{words("addShift")}</ButtonLink>}
      {roles.length > 0 && <a href={paths.series(plan.id)}>{words("addSeries")}</a>}
      {plan.state === "published" && <a href={paths.choose(plan.slug)}>{words("choose")}</a>}
      <a href={`${paths.plan(plan.id)}${isPast ? "" : "?zeit=vorbei"}`}>{words(isPast ? "ahead" : "past")}</a>
    </Actions>
  );
};

/** The plan of an offer: who comes when in which role, what is missing, and the way to everything else. */
export const BoardPage = (props: Props) => {
  const { ctx, plan, roles, days, shifts, filter, notice } = props;
  const words = say(ctx);
  const known = notices.find((name) => name === notice);
  const needed = new Map(shifts.flatMap(({ needs }) => needs).map((need) => [need.roleId, need]));
  const places = new Map(roles.map(({ id }, index) => [id, index]));
  const columns = [...needed.values()]
    .filter(({ roleId }) => !filter.role || roleId === filter.role)
    .sort((a, b) => (places.get(a.roleId) ?? places.size) - (places.get(b.roleId) ?? places.size));
  const isEmpty = days.length === 0;
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="plan" />
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      {plan.state !== "published" && <p>{words("notPublished")}</p>}
      <div class="al-tools">
        <Ways {...props} />
      </div>
      {isEmpty && <Begin {...props} />}
      {!isEmpty && <Numbers {...props} />}
      {!isEmpty && (
        <div class="al-tools">
          <Filters {...props} />
        </div>
      )}
      {!isEmpty && shifts.length === 0 && (
        <Empty heading={words("noneHere")}>
          <a href={paths.plan(plan.id)}>{words("all")}</a>
        </Empty>
      )}
      {shifts.length > 0 && <Board {...props} roles={columns} />}
      {shifts.length > 0 && <Dragging {...props} />}
    </Stack>
  );
};
