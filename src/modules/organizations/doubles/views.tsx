import type { Context } from "#core/context.ts";
import { blank } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { type Choosable, choosable } from "./commands.ts";
import { say } from "./messages.ts";
import type { Belongings, DoublePair, Twin } from "./queries.ts";

type Ctx = { readonly ctx: Context };

const where = ({ street, postcode, townName, registerNumber }: Twin): string =>
  [street, [postcode, townName].filter(Boolean).join(" "), registerNumber].filter(Boolean).join(", ");

/** The pairs that look like one organization. */
export const DoublesPage = ({
  ctx,
  pairs,
  apart,
}: Ctx & { readonly pairs: readonly DoublePair[]; readonly apart: boolean }) => {
  const words = say(ctx);
  return (
    <>
      {apart && (
        <Notice ctx={ctx} kind="success">
          {words("apartDone")}
        </Notice>
      )}
      <Title heading={words("title")} lead={words("lead")} />
      {pairs.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={pairs.map(({ first, second, reasons }) => ({
            title: words("pair", { first: first.name, second: second.name }),
            href: paths.compare(first.id, second.id),
            text: (
              <>
                <p>{words("because", { reasons: reasons.map((reason) => words(reason)).join(", ") })}</p>
                <p class="al-soft al-small">
                  {where(first)} – {where(second)}
                </p>
              </>
            ),
            end: (
              <ActionLink
                href={paths.compare(first.id, second.id)}
                label={words("compare")}
                object={first.name}
              />
            ),
          }))}
        />
      )}
    </>
  );
};

export type Side = { readonly organization: Organization; readonly belongings: Belongings };
type CompareProps = Ctx & {
  readonly first: Side;
  readonly second: Side;
  readonly formKey: string;
  readonly refusal?: "same" | undefined;
};

const address = ({ street, postcode, townName }: Organization): string =>
  [street, [postcode, townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

const shownValue = (ctx: Context, organization: Organization, column: Choosable | "address"): string => {
  if (column === "address") return address(organization);
  return column === "sector" ? sectorName(ctx, organization.sector) : (organization[column] ?? "");
};

// Only where the two differ is there something to choose; a value beats an empty one.
const Choice = ({
  ctx,
  first,
  second,
  column,
}: Omit<CompareProps, "formKey"> & { readonly column: Choosable | "address" }) => {
  const [a, b] = [shownValue(ctx, first.organization, column), shownValue(ctx, second.organization, column)];
  if (a === b) return null;
  const words = say(ctx);
  return (
    <RadioGroup
      name={column}
      label={words(`c_${column}`)}
      value={a === "" ? "second" : "first"}
      options={[
        { value: "first", label: a || words("empty") },
        { value: "second", label: b || words("empty") },
      ]}
    />
  );
};

const belongingsOf = (
  ctx: Context,
  { belongings: { sites, services, contactPoints, people } }: Side,
): string => say(ctx)("belongings", { places: sites, services, contacts: contactPoints, people });

/** Two entries side by side: which one lives on, and with which values. */
export const ComparePage = (props: CompareProps) => {
  const { ctx, first, second, formKey, refusal } = props;
  const words = say(ctx);
  const total = ({ belongings }: Side) => Object.values(belongings).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Title heading={words("compareHeading")} lead={words("compareLead")} />
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(refusal)}
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.compare(first.organization.id, second.organization.id)}
        form={blank}
        formKey={formKey}
        submit={words("mergeSubmit")}
        next={words("mergeNext")}
        cancel={{ href: paths.doubles, label: words("back") }}
      >
        <RadioGroup
          name="survivor"
          label={words("survivor")}
          hint={words("survivorHint")}
          value={total(second) > total(first) ? "second" : "first"}
          options={[
            { value: "first", label: first.organization.name, hint: belongingsOf(ctx, first) },
            { value: "second", label: second.organization.name, hint: belongingsOf(ctx, second) },
          ]}
        />
        {[...choosable, "address" as const].map((column) => (
          <Choice ctx={ctx} first={first} second={second} column={column} />
        ))}
      </Form>
      <Actions>
        <ActionForm
          action={paths.apart(first.organization.id, second.organization.id)}
          label={words("apart")}
          kind="secondary"
          formKey={`${formKey}-a`.slice(0, 64)}
        />
      </Actions>
    </>
  );
};
