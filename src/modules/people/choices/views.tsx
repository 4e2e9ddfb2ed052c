import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { paths } from "#modules/people/paths.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { budgets, hours, paceName, paces, reminderName, reminderTimes } from "./vocabulary.ts";

export type Way = "email" | "phone" | "post" | "visit";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly form: Filled;
  /** Where the form is sent: one's own page, or the link of a letter. */
  readonly action: string;
  readonly way: { readonly by: Way; readonly email: string } | undefined;
  readonly notice: "saved" | undefined;
};

const budgetName = (ctx: Context, n: number): string => {
  if (n === 0) return say(ctx)("invitationNone");
  return n === 30 ? say(ctx)("invitationAll") : say(ctx)("invitationCount", { n });
};

const hourName = (ctx: Context, hour: number): string =>
  time(ctx, instantAt(dayOf(ctx.now), `${String(hour).padStart(2, "0")}:00`));

const Choices = ({ ctx, form, formKey, action }: Props) => {
  const words = say(ctx);
  // Somebody may have another number than we suggest.
  const own = Number(form.values["invitationsPerMonth"]);
  const counts = [...new Set([...budgets, ...(own > 0 && own < 30 ? [own] : [])])].sort((a, b) => a - b);
  return (
    <Form ctx={ctx} action={action} submit={words("save")} formKey={formKey} form={form}>
      <RadioGroup
        name="digest"
        label={words("digest")}
        hint={words("urgent")}
        options={options(paces, (code) => paceName(ctx, code))}
      />
      <Select
        name="digestHour"
        label={words("digestHour")}
        blank={false}
        options={hours.map((hour) => ({ value: String(hour), label: hourName(ctx, hour) }))}
      />
      <RadioGroup
        name="reminders"
        label={words("reminders")}
        options={options(reminderTimes, (code) => reminderName(ctx, code))}
      />
      <RadioGroup
        name="invitationsPerMonth"
        label={words("invitations")}
        hint={words("invitationsHint")}
        options={counts.map((n) => ({ value: String(n), label: budgetName(ctx, n) }))}
      />
    </Form>
  );
};

const ways = { email: "wayEmail", phone: "wayPhone", post: "wayPost", visit: "wayVisit" } as const;

/** How often, at what hour, by which way: what somebody wants to hear from us. */
export const ChoicesView = (props: Props) => {
  const { ctx, way, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      <Choices {...props} />
      {way && (
        <Section id="weg" heading={words("way")} link={{ href: paths.myData, label: words("wayChange") }}>
          <p>{way.by === "email" ? words("wayEmail", { email: way.email }) : words(ways[way.by])}</p>
        </Section>
      )}
    </>
  );
};
