import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayAndTime, dayLong, time } from "#core/date.ts";
import type { Plan, ShiftRow } from "#modules/shifts/queries.ts";
import { say } from "./messages.ts";
import { type Coming, daysOf, shortName } from "./queries.ts";

/** What every sheet draws from. */
export type SheetProps = {
  readonly ctx: Context;
  readonly plan: Plan;
  readonly shifts: readonly ShiftRow[];
  readonly coming: readonly Coming[];
  /** "https://weisswasser.example", for what is read on paper. */
  readonly origin: string;
};

const named = (ctx: Context, { name, party }: Coming, short = false): string => {
  const shown = short ? shortName(name) : name;
  return party > 1 ? say(ctx)("party", { name: shown, n: party - 1 }) : shown;
};

const headOf = (ctx: Context, shift: ShiftRow): string =>
  [dayAndTime(ctx, shift.startsAt, shift.endsAt), shift.title, shift.whereText].filter(Boolean).join(" · ");

type SheetTableProps = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Even columns with room to sign or to write. */
  readonly to?: "sign" | "write" | undefined;
};

/** A plain table with room to write. */
export const SheetTable = ({ headings, rows, to }: SheetTableProps) => (
  <table class={to ? `al-sheet__table al-sheet__table--${to}` : "al-sheet__table"}>
    <thead>
      <tr>
        {headings.map((heading) => (
          <th scope="col">{heading}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells) => (
        <tr>
          {cells.map((cell) => (
            <td>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const spare = 2;

/** One block a shift, to be ticked and signed. */
export const ByShift = ({ ctx, shifts, coming }: SheetProps) => {
  const words = say(ctx);
  const headings = [words("came"), words("name"), words("role"), words("phone"), words("signature")];
  return (
    <>
      {shifts.map((shift) => {
        const rows = shift.needs.flatMap((need) =>
          coming
            .filter(({ needId }) => needId === need.id)
            .map((one) => ["☐", named(ctx, one), need.role, one.phone ?? "", ""]),
        );
        const blanks = Array.from({ length: spare }, () => ["☐", "", "", "", ""]);
        return (
          <section class="al-sheet__block" aria-label={headOf(ctx, shift)}>
            <h2>{headOf(ctx, shift)}</h2>
            <p>
              {shift.needs
                .map(({ role, taken, maximum }) => `${role}: ${words("coming", { taken, maximum })}`)
                .join(" · ")}
            </p>
            <SheetTable headings={headings} rows={[...rows, ...blanks]} to="sign" />
          </section>
        );
      })}
    </>
  );
};

/** Who does one task when. */
export const ByRole = ({ ctx, shifts, coming }: SheetProps) => {
  const words = say(ctx);
  const needs = shifts.flatMap((shift) => shift.needs.map((need) => ({ shift, need })));
  const headings = [words("when"), words("where"), words("who"), words("phone")];
  return (
    <>
      {[...Map.groupBy(needs, ({ need }) => need.role)].map(([role, own]) => (
        <section class="al-sheet__block" aria-label={role}>
          <h2>{role}</h2>
          <SheetTable
            headings={headings}
            rows={own.map(({ shift, need }) => {
              const people = coming.filter(({ needId }) => needId === need.id);
              return [
                dayAndTime(ctx, shift.startsAt, shift.endsAt),
                shift.whereText,
                <>
                  {people.map((one) => (
                    <span class="al-sheet__line">{named(ctx, one)}</span>
                  ))}
                  {need.taken < need.maximum && (
                    <span class="al-sheet__line al-sheet__soft">
                      {words("free", { n: need.maximum - need.taken })}
                    </span>
                  )}
                </>,
                people.map(({ phone }) => <span class="al-sheet__line">{phone ?? "–"}</span>),
              ];
            })}
          />
        </section>
      ))}
    </>
  );
};

/** For the wall: everybody may read it, so names are shortened. */
export const ByDay = ({ ctx, shifts, coming }: SheetProps) => {
  const words = say(ctx);
  return (
    <>
      {daysOf(shifts).map((day) => (
        <section class="al-sheet__block al-sheet__wall" aria-label={dayLong(ctx, day)}>
          <h2>{dayLong(ctx, day)}</h2>
          <SheetTable
            headings={[words("when"), words("role"), words("who")]}
            rows={shifts
              .filter((shift) => daysOf([shift])[0] === day)
              .flatMap((shift) =>
                shift.needs.map((need) => [
                  time(ctx, shift.startsAt, shift.endsAt),
                  [need.role, shift.whereText].filter(Boolean).join(", "),
                  coming
                    .filter(({ needId }) => needId === need.id)
                    .map((one) => named(ctx, one, true))
                    .join(", ") || "–",
                ]),
              )}
          />
        </section>
      ))}
    </>
  );
};
