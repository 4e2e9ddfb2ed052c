import type { Context } from "#core/context.ts";
import { dayLong, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import type { Choice, Row } from "#modules/shifts/choosing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { type Preference, preferences } from "#modules/shifts/pool/queries.ts";
import { Select } from "#ui/choices.tsx";
import { NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Told = {
  readonly mostShifts: number | null;
  readonly words: string;
  readonly wishes: ReadonlyMap<string, number>;
};

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly choice: Choice;
  readonly told: Told | undefined;
  readonly form: Filled | undefined;
  readonly notice: "told" | "closed" | "refused_guardian" | undefined;
};

const hintOf = (ctx: Context, { shift, role }: Row): string => {
  const words = say(ctx);
  const needed = role?.qualifications.map(({ name }) => name).join(", ");
  return [
    shift.title,
    shift.whereText,
    role?.minimumAge && words("age", { age: role.minimumAge }),
    needed && words("needs", { list: needed }),
  ]
    .filter(Boolean)
    .join(" · ");
};

const wishName = (ctx: Context, preference: Preference): string => say(ctx)(`wish_${preference}`);

const Wishes = ({ ctx, choice, told }: Pick<Props, "ctx" | "choice" | "told">) => {
  const days = Map.groupBy(
    choice.rows.filter(({ fit }) => fit !== "age" && fit !== "qualification"),
    ({ shift }) => dayOf(shift.startsAt),
  );
  return (
    <>
      {[...days].map(([day, rows]) => (
        <Section id={`tag-${day}`} space="none" heading={dayLong(ctx, day)}>
          <Stack wide>
            {rows.map((row) => (
              <Select
                name={`wunsch-${row.need.id}`}
                label={`${time(ctx, row.shift.startsAt, row.shift.endsAt)} · ${row.need.role}`}
                hint={hintOf(ctx, row) || undefined}
                blank={say(ctx)("unsaid")}
                optional
                value={told?.wishes.get(row.need.id)?.toString()}
                options={preferences.map((one) => ({ value: String(one), label: wishName(ctx, one) }))}
              />
            ))}
          </Stack>
        </Section>
      ))}
    </>
  );
};

/** How gladly which shift, and how many at most: from these the plan is made. */
export const WishesPage = ({ ctx, formKey, choice, told, form, notice }: Props) => {
  const words = say(ctx);
  const { plan } = choice;
  const phone = ctx.place.officePhone;
  const isClosed = plan.mode !== "wishes" || notice === "closed";
  return (
    <Stack wide>
      <Title
        kind={plan.organization}
        heading={words("heading", { title: plan.title })}
        lead={words("lead")}
      />
      {notice === "told" && <Notice ctx={ctx} kind="success" heading={words("told")} />}
      {notice === "refused_guardian" && (
        <Notice ctx={ctx} kind="warning" heading={words("refused_guardian")}>
          {phone}
        </Notice>
      )}
      {isClosed && (
        <Notice ctx={ctx} heading={words("closed")}>
          {words("closedText", { phone })}
        </Notice>
      )}
      {!isClosed && choice.rows.length === 0 && <Empty heading={words("none")} />}
      {!isClosed && choice.rows.length > 0 && (
        <Form
          ctx={ctx}
          action={paths.wishes(plan.slug)}
          formKey={formKey}
          form={form}
          submit={words(ctx.actor.kind === "person" ? "submit" : "signIn")}
          next={words("next", { organization: plan.organization })}
        >
          <Wishes ctx={ctx} choice={choice} told={told} />
          <NumberField
            name="hoechstens"
            label={words("most")}
            hint={words("mostHint")}
            optional
            value={told?.mostShifts?.toString()}
          />
          <TextArea
            name="worte"
            label={words("words")}
            hint={words("wordsHint")}
            optional
            rows={3}
            maximum={500}
            value={told?.words}
          />
        </Form>
      )}
    </Stack>
  );
};
