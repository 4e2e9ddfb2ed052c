import type { Context } from "#core/context.ts";
import { dayAndTime, dayLong, isoDay, time } from "#core/date.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Need, Plan, ShiftRow } from "#modules/shifts/queries.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { State, type StateKind } from "#ui/facts.tsx";
import { say } from "./messages.ts";
import { byDay, fullnessOf } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Pick<Plan, "id">;
  readonly shifts: readonly ShiftRow[];
  readonly signups: readonly SignupRow[];
  /** The proofs that are missing to whom. */
  readonly unproven: ReadonlyMap<SignupRow["id"], readonly string[]>;
};

const signs: Readonly<Record<ReturnType<typeof fullnessOf>, StateKind>> = {
  thin: "late",
  enough: "wait",
  full: "yes",
};

/** "2 von 3, es fehlt noch jemand": sign and words, the color only repeats them. */
export const Filled = ({ ctx, need }: { readonly ctx: Context; readonly need: Need }) => {
  const words = say(ctx);
  const state = fullnessOf(need);
  const { taken, minimum, maximum } = need;
  const sentence = {
    thin: words("thin", { taken, maximum, n: minimum - taken }),
    enough: words("enough", { taken, maximum, n: maximum - taken }),
    full: words("full", { taken, maximum }),
  };
  return <State kind={signs[state]}>{sentence[state]}</State>;
};

type Part = Pick<Props, "ctx" | "formKey" | "plan" | "unproven">;

const Person = ({ ctx, formKey, plan, unproven, row }: Part & { readonly row: SignupRow }) => {
  const words = say(ctx);
  const href = paths.signup(plan.id, row.id);
  return (
    <li>
      <a href={href} draggable data-signup={href}>
        {row.name}
      </a>
      {row.party > 1 && ` ${words("party", { n: row.party })}`}
      {row.fixed && <span class="al-soft"> · {words("kept")}</span>}
      {unproven.has(row.id) && (
        <>
          {" "}
          <State kind="late">{words("unproven")}</State>
        </>
      )}
      {row.state === "asked" && (
        <ActionForm
          action={href}
          formKey={`${formKey}${row.id.slice(-6)}`}
          label={words("approve")}
          object={row.name}
          values={{ tun: "zusagen", zum: "plan" }}
        />
      )}
    </li>
  );
};

type CellProps = Part & {
  readonly shift: ShiftRow;
  readonly role: string;
  readonly need: Need | undefined;
  readonly rows: readonly SignupRow[];
};

const Cell = ({ shift, role, need, rows, ...part }: CellProps) => {
  const { ctx, plan } = part;
  const words = say(ctx);
  if (!need) {
    return (
      <td class="al-board__empty">
        <span class="al-hidden">
          {role}: {words("notNeeded")}
        </span>
      </td>
    );
  }
  const isOpen = shift.canceledAt === null && shift.endsAt > ctx.now && need.taken < need.maximum;
  const coming = rows.filter(({ state }) => state !== "waiting");
  return (
    <td data-need={need.id}>
      <span class="al-board__role">{role}</span>
      <Filled ctx={ctx} need={need} />
      {coming.length > 0 && (
        <ul>
          {coming.map((row) => (
            <Person {...part} row={row} />
          ))}
        </ul>
      )}
      {isOpen && (
        <p class="al-small">
          <a href={`${paths.shift(plan.id, shift.id)}?bedarf=${need.id}#eintragen`}>
            {words("put")}
            <span class="al-hidden">
              : {role}, {dayAndTime(ctx, shift.startsAt, shift.endsAt)}
            </span>
          </a>
        </p>
      )}
      {need.waiting > 0 && <p class="al-soft al-small">{words("waiting", { n: need.waiting })}</p>}
    </td>
  );
};

const ShiftHead = ({ ctx, plan, shift }: Pick<Props, "ctx" | "plan"> & { shift: ShiftRow }) => (
  <th scope="row">
    <a href={paths.shift(plan.id, shift.id)}>{time(ctx, shift.startsAt, shift.endsAt)}</a>
    {shift.title && <span class="al-board__title">{shift.title}</span>}
    {shift.whereText && <span class="al-soft al-small">{shift.whereText}</span>}
    {shift.canceledAt && <State kind="no">{say(ctx)("canceledWhy", { why: shift.canceledWhy })}</State>}
  </th>
);

type TableProps = Props & {
  readonly roles: readonly Pick<Need, "roleId" | "role">[];
};

const reachable = { tabIndex: 0 } as const;

/** Rows are shifts by day and time, columns are roles; each place says who comes and what is missing. */
export const Board = ({ roles, shifts, signups, ...part }: TableProps) => {
  const { ctx, plan } = part;
  const words = say(ctx);
  const byNeed = Map.groupBy(signups, ({ needId }) => needId);
  return (
    <section class="al-scroll" aria-labelledby="plan" {...reachable}>
      <table class="al-table al-board" data-board>
        <caption id="plan">
          {words("caption")}{" "}
          <span data-drag-hint hidden>
            {words("dragHint")}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words("time")}</th>
            {roles.map(({ role }) => (
              <th scope="col">{role}</th>
            ))}
          </tr>
        </thead>
        {byDay(shifts).map(([day, rows]) => (
          <tbody>
            <tr class="al-board__day">
              <th scope="rowgroup" colSpan={roles.length + 1}>
                <time dateTime={isoDay(day)}>{dayLong(ctx, day)}</time>
              </th>
            </tr>
            {rows.map((shift) => (
              <tr>
                <ShiftHead ctx={ctx} plan={plan} shift={shift} />
                {roles.map(({ roleId, role }) => {
                  const need = shift.needs.find((one) => one.roleId === roleId);
                  const own = need ? (byNeed.get(need.id) ?? []) : [];
                  return <Cell {...part} shift={shift} role={role} need={need} rows={own} />;
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
};
