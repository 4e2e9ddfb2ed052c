import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { HeldRow } from "#modules/courses/qualifications/queries.ts";
import { paths as people } from "#modules/people/paths.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "#modules/shifts/pool/messages.ts";
import { seesContact } from "#modules/shifts/pool/policy.ts";
import {
  type findWishes,
  type HelperRow,
  limitsOf,
  type listMembers,
  type listPlaces,
  type PairRow,
  preferences,
} from "#modules/shifts/pool/queries.ts";
import { LimitFields } from "#modules/shifts/pool/views.tsx";
import type { Plan, ShiftRow } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

export type MemberNotice = "changedNotice" | "pairedNotice" | "seenNotice" | "errorSelf" | "errorExpired";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly helper: HelperRow;
  readonly wishes: Awaited<ReturnType<typeof findWishes>>;
  readonly places: Awaited<ReturnType<typeof listPlaces>>;
  readonly shifts: readonly ShiftRow[];
  readonly members: Awaited<ReturnType<typeof listMembers>>;
  readonly pairs: readonly PairRow[];
  readonly held: readonly HeldRow[];
  readonly form?: Filled | undefined;
  readonly notice?: MemberNotice | undefined;
};

const known = ["asked", "confirmed", "waiting", "offered"] as const;

const Places = ({ ctx, plan, places }: Props) => {
  const words = say(ctx);
  return (
    <Section id="plaetze" heading={words("placesHeading")}>
      {places.length === 0 ? (
        <p>{words("placesNone")}</p>
      ) : (
        <ul>
          {places.map(({ shiftId, startsAt, endsAt, role, state }) => {
            const code = known.find((one) => one === state);
            return (
              <li>
                <a href={paths.signups(plan.id, shiftId)}>
                  {dayAndTime(ctx, startsAt, endsAt)}, {role}
                </a>{" "}
                {code && <State kind={code === "confirmed" ? "yes" : "wait"}>{words(`state_${code}`)}</State>}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
};

/** The name under which a wish for one place is sent. */
export const wishField = (need: string): string => `wunsch_${need}`;

const Limits = ({ ctx, formKey, plan, helper, wishes, shifts, form }: Props) => {
  const words = say(ctx);
  const rows = shifts.flatMap((shift) => shift.needs.map((need) => ({ shift, need })));
  const choices = preferences.map((code) => ({ value: String(code), label: words(`preference_${code}`) }));
  return (
    <Section id="grenzen" heading={words("limitsHeading")}>
      <Form
        ctx={ctx}
        action={paths.helper(plan.id, helper.id)}
        submit={words("save")}
        formKey={formKey}
        form={form}
      >
        <LimitFields ctx={ctx} row={helper} />
        {rows.length > 0 && (
          <Table
            id="wuensche"
            caption={words("wishesCaption")}
            rows={rows}
            columns={[
              { heading: words("when"), cell: ({ shift }) => dayAndTime(ctx, shift.startsAt, shift.endsAt) },
              { heading: words("role"), cell: ({ need }) => need.role },
              {
                heading: words("preference"),
                cell: ({ shift, need }) => (
                  <Select
                    name={wishField(need.id)}
                    label={
                      <span class="al-hidden">
                        {words("preferenceOf", {
                          role: need.role,
                          when: dayAndTime(ctx, shift.startsAt, shift.endsAt),
                        })}
                      </span>
                    }
                    blank={words("preference_none")}
                    options={choices}
                    value={wishes?.wishes.get(need.id)?.toString()}
                  />
                ),
              },
            ]}
          />
        )}
      </Form>
    </Section>
  );
};

const Together = ({ ctx, formKey, plan, helper, members, pairs }: Props) => {
  const words = say(ctx);
  const own = pairs.filter(({ oneId, otherId }) => oneId === helper.id || otherId === helper.id);
  const action = `${paths.helper(plan.id, helper.id)}/paare`;
  return (
    <Section id="paare" heading={words("pairHeading")}>
      <Stack wide>
        {own.length > 0 && (
          <ul>
            {own.map(({ oneId, otherId, oneName, otherName, kind }) => {
              const [id, name] = oneId === helper.id ? [otherId, otherName] : [oneId, oneName];
              return (
                <li>
                  {words(kind, { name })}{" "}
                  <ActionForm
                    action={action}
                    label={words("pairEnd")}
                    object={name}
                    formKey={`${formKey}-p-${id.slice(-6)}`}
                    values={{ other: id }}
                  />
                </li>
              );
            })}
          </ul>
        )}
        <Form ctx={ctx} id="paar" action={action} submit={words("pairAdd")} formKey={`${formKey}-pair`} quiet>
          <Select
            name="other"
            label={words("pairOther")}
            options={members
              .filter(({ id }) => id !== helper.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="kind"
            label={words("pairKind")}
            blank={false}
            options={[
              { value: "together", label: words("pairTogether") },
              { value: "apart", label: words("pairApart") },
            ]}
          />
        </Form>
      </Stack>
    </Section>
  );
};

const Qualified = ({ ctx, formKey, plan, helper, held }: Props) => {
  const words = say(ctx);
  return (
    <Section id="nachweise" heading={words("qualificationsHeading")}>
      {held.length === 0 ? (
        <p>{words("qualificationsNone")}</p>
      ) : (
        <ul>
          {held.map(({ id, name, seenAt, validUntil }) => (
            <li>
              {name} {validUntil && words("qualificationUntil", { date: dayWithYear(ctx, validUntil) })}{" "}
              <State kind={seenAt ? "yes" : "wait"}>{words(seenAt ? "seen" : "notSeen")}</State>{" "}
              {!seenAt && (
                <ActionForm
                  action={`${paths.helper(plan.id, helper.id)}/nachweise/${id}`}
                  label={words("seeIt")}
                  object={name}
                  formKey={`${formKey}-q-${id.slice(-6)}`}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

/** One helper of the pool, with everything a plan needs to know of them. */
export const MemberPage = (props: Props) => {
  const { ctx, formKey, plan, helper, notice } = props;
  const words = say(ctx);
  const contact = seesContact(ctx, helper);
  return (
    <>
      <PlanHead ctx={ctx} plan={plan} heading={helper.name} lead={limitsOf(ctx, helper)} />
      {notice && (
        <Notice ctx={ctx} kind={notice.startsWith("error") ? "warning" : "success"} heading={words(notice)} />
      )}
      <Pairs
        pairs={[
          [words("phoneLabel"), contact ? helper.phone : words("noContact")],
          [words("emailLabel"), contact && helper.email],
          [words("wordsLabel"), helper.words],
        ]}
      />
      {isStaff(ctx.actor) && (
        <p>
          <a href={people.file(helper.personId)}>{words("officeFile")}</a>
        </p>
      )}
      <Places {...props} />
      <Limits {...props} />
      <Together {...props} />
      <Qualified {...props} />
      <Section id="ende" heading={words("removeHeading")}>
        <Stack>
          <p>{words("removeNext")}</p>
          <ActionForm
            action={`${paths.helper(plan.id, helper.id)}/ende`}
            label={words("remove")}
            object={helper.name}
            kind="secondary"
            formKey={`${formKey}-r`}
          />
        </Stack>
      </Section>
    </>
  );
};
