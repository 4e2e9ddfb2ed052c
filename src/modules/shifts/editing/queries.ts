import * as z from "zod";
import type { Context } from "#core/context.ts";
import { daysBetween } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { day, type Filled, filledWith, type Input, line, paragraph, read, time, whole } from "#core/input.ts";
import { dayOf, instantAt, plusDays, timeOf } from "#core/local-time.ts";
import type { NeedInput, ShiftInput } from "#modules/shifts/policy.ts";
import type { Role, ShiftRow } from "#modules/shifts/queries.ts";
import { say } from "./messages.ts";

export const mostAtOnce = 31;

// "5.12.2026, 6.12.2026"
const listedDays = z.string().transform((text, ctx): string[] => {
  const days = text.split(/[,;\n]+/u).flatMap((part) => part.trim() || []);
  const read = z.array(day).safeParse(days);
  if (read.success) return read.data;
  ctx.addIssue({ code: "custom", message: "moreDays" });
  return z.NEVER;
});

const ShiftForm = z
  .object({
    day,
    startTime: time,
    endTime: time,
    endDay: day.optional(),
    untilDay: day.optional(),
    moreDays: listedDays.optional(),
    title: line(120).optional(),
    whereText: line(200).optional(),
    words: paragraph(2_000).optional(),
  })
  .superRefine((form, ctx) => {
    const { day: first, untilDay: last, moreDays = [] } = form;
    if (last && last < first) ctx.addIssue({ code: "custom", message: "untilDay", path: ["untilDay"] });
    const n = (last ? daysBetween(first, last) : 0) + moreDays.length;
    if (n >= mostAtOnce) ctx.addIssue({ code: "custom", message: "many", path: ["untilDay"] });
  });

type ShiftForm = z.output<typeof ShiftForm>;

/** The names of the two fields of a role. */
export const leastField = (id: Id<"shiftRole">): string => `min_${id}`;
export const mostField = (id: Id<"shiftRole">): string => `max_${id}`;

type RoleOf = Pick<Role, "id">;
type Numbers = Readonly<Record<string, number | undefined>>;

const readNumbers = (
  ctx: Context,
  roles: readonly RoleOf[],
  body: Record<string, unknown>,
): Input<Numbers> => {
  const fields = roles.flatMap(({ id }) => [
    [leastField(id), whole(0, 500).optional()],
    [mostField(id), whole(1, 1_000).optional()],
  ]);
  const schema: z.ZodObject<Record<string, z.ZodType<number | undefined>>> = z.object(
    Object.fromEntries(fields),
  );
  return read(
    ctx,
    schema.superRefine((numbers, issues) => {
      for (const { id } of roles) {
        const [least, most] = [numbers[leastField(id)], numbers[mostField(id)]];
        if (least !== undefined && most !== undefined && least > most)
          issues.addIssue({ code: "custom", message: "least", path: [leastField(id)] });
      }
    }),
    body,
    { least: say(ctx)("error_least") },
  );
};

// One number says the other: "at most three" means three, and whoever needs two lets two come.
const needsOf = (roles: readonly RoleOf[], numbers: Numbers): NeedInput[] =>
  roles.flatMap(({ id }) => {
    const [least, most] = [numbers[leastField(id)], numbers[mostField(id)]];
    const maximum = most ?? least ?? 0;
    return maximum > 0 ? [{ roleId: id, minimum: least ?? maximum, maximum }] : [];
  });

/** The time of a shift on a day: one that ends before it starts ends on the next morning. */
const spanOn = (first: string, { startTime, endTime, day: from, endDay }: ShiftForm) => {
  const nights = endDay ? daysBetween(from, endDay) : endTime < startTime ? 1 : 0;
  return { startsAt: instantAt(first, startTime), endsAt: instantAt(plusDays(first, nights), endTime) };
};

const daysOf = ({ day: first, untilDay, moreDays = [] }: ShiftForm): string[] => {
  const row = Array.from({ length: untilDay ? daysBetween(first, untilDay) + 1 : 1 }, (_, n) =>
    plusDays(first, n),
  );
  return [...new Set([...row, ...moreDays])].sort();
};

/** The form of a shift as it was sent: one shift for each day it names. */
export const readShifts = (
  ctx: Context,
  roles: readonly RoleOf[],
  body: Record<string, unknown>,
): Input<readonly ShiftInput[]> => {
  const words = say(ctx);
  const form = read(ctx, ShiftForm, body, {
    moreDays: words("error_moreDays"),
    untilDay: words("error_untilDay"),
    many: words("error_many"),
  });
  const numbers = readNumbers(ctx, roles, body);
  if (!form.ok || !numbers.ok) {
    const errors = { ...form.form.errors, ...numbers.form.errors };
    return { ok: false, form: { values: form.form.values, errors } };
  }
  const needs = needsOf(roles, numbers.value);
  const { title = "", whereText = "", words: notes = "" } = form.value;
  const value = daysOf(form.value).map((first) => ({
    ...spanOn(first, form.value),
    title,
    whereText,
    words: notes,
    needs,
  }));
  return { ok: true, value, form: form.form };
};

/** The form of a shift that is there; of a copy without its day. */
export const formOf = (
  { startsAt, endsAt, title, whereText, words, needs }: ShiftRow,
  copy = false,
): Filled => {
  const nights = daysBetween(startsAt, endsAt);
  const isNight = nights === 1 && timeOf(endsAt) < timeOf(startsAt);
  return filledWith({
    ...(copy ? {} : { day: dayOf(startsAt) }),
    startTime: timeOf(startsAt),
    endTime: timeOf(endsAt),
    endDay: nights === 0 || isNight || copy ? null : dayOf(endsAt),
    title,
    whereText,
    words,
    ...Object.fromEntries(
      needs.flatMap(({ roleId, minimum, maximum }) => [
        [leastField(roleId), minimum],
        [mostField(roleId), maximum],
      ]),
    ),
  });
};
