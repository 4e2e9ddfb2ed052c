import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { CooperationState, namesOf, spanOf } from "#modules/network/cooperation/views.tsx";
import type {
  CooperationId,
  CooperationRow,
  MemberRow,
  WaitingRow,
} from "#modules/network/cooperations/queries.ts";
import { CooperationFields, Heard, type NoticeName, type Refusal } from "#modules/network/forms/views.tsx";
import { type Desk, hand } from "#modules/network/paths.ts";
import { cooperationKindName } from "#modules/network/vocabulary.ts";
import { paths as directory } from "#modules/organizations/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };
export type Choice = { readonly id: string; readonly name: string };

/** Its members by cooperation. */
export type ByCooperation = ReadonlyMap<CooperationId, readonly MemberRow[]>;

/** One line of a list: what, since when, with whom. */
export const cooperationItem = (
  ctx: Context,
  row: CooperationRow,
  members: readonly MemberRow[],
  href: string,
): Item => ({
  title: row.topic,
  href,
  kind: `${cooperationKindName(ctx, row.kind)} · ${spanOf(ctx, row)}`,
  text: namesOf(
    ctx,
    members.filter(({ state }) => state !== "declined"),
  ),
  end: <CooperationState ctx={ctx} row={row} />,
});

type ListProps = Base & {
  readonly own: readonly Choice[];
  readonly rows: readonly CooperationRow[];
  readonly members: ByCooperation;
  readonly waiting: readonly WaitingRow[];
  readonly notice?: NoticeName | undefined;
};

const Group = ({
  ctx,
  id,
  heading,
  rows,
  members,
}: Pick<ListProps, "ctx" | "rows" | "members"> & { readonly id: string; readonly heading: string }) =>
  rows.length === 0 ? null : (
    <Section id={id} heading={heading}>
      <ItemList
        items={rows.map((row) => cooperationItem(ctx, row, members.get(row.id) ?? [], hand.mine.one(row.id)))}
      />
    </Section>
  );

/** What one's own organizations do with others: first what waits for an answer. */
export const MineView = ({ ctx, own, rows, members, waiting, notice }: ListProps) => {
  const words = say(ctx);
  const asked = new Set(waiting.map(({ id }) => id));
  const rest = rows.filter(({ id }) => !asked.has(id));
  const over = rest.filter(
    ({ state, endWords }) => state === "declined" || state === "withdrawn" || endWords !== "",
  );
  const running = rest.filter((row) => row.state === "confirmed" && !over.includes(row));
  if (own.length === 0)
    return (
      <Stack>
        <Title heading={words("heading")} lead={words("lead")} />
        <Empty heading={words("noneOwn")}>
          <p>{words("noneOwnText")}</p>
          <a href={directory.list}>{words("toDirectory")}</a>
        </Empty>
      </Stack>
    );
  return (
    <Stack>
      <Title heading={words("heading")} lead={words("lead")} />
      <Heard ctx={ctx} notice={notice} />
      <Actions>
        <ButtonLink href={hand.mine.add}>{words("propose")}</ButtonLink>
      </Actions>
      {rows.length === 0 && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      )}
      <Group
        ctx={ctx}
        id="wartet"
        heading={words("waiting")}
        rows={rows.filter(({ id }) => asked.has(id))}
        members={members}
      />
      <Group
        ctx={ctx}
        id="gefragt"
        heading={words("asked")}
        rows={rest.filter(({ state }) => state === "proposed")}
        members={members}
      />
      <Group ctx={ctx} id="laeuft" heading={words("running")} rows={running} members={members} />
      {over.length > 0 && (
        <More summary={words("overMore", { number: over.length })}>
          <Group ctx={ctx} id="vorbei" heading={words("over")} rows={over} members={members} />
        </More>
      )}
    </Stack>
  );
};

export const partnerFields = ["partner1", "partner2", "partner3", "partner4", "partner5"] as const;

type ProposeProps = Base & {
  readonly desk: Desk;
  readonly formKey: string;
  readonly own: readonly Choice[];
  readonly organizations: readonly Choice[];
  readonly form: Filled;
  readonly renews: CooperationId | null;
  readonly refusal?: Refusal | undefined;
};

const choices = (list: readonly Choice[]) => list.map(({ id, name }) => ({ value: id, label: name }));

/** The form to propose a cooperation, of one's own organization or of others. */
export const ProposeView = (props: ProposeProps) => {
  const { ctx, desk, formKey, own, organizations, form, renews, refusal } = props;
  const words = say(ctx);
  const [only, ...others] = own;
  // The office names at least two; an organization itself and one other.
  const needed = desk === "office" ? 2 : 1;
  const partner = (name: (typeof partnerFields)[number], index: number) => (
    <Select
      name={name}
      label={words(index === 0 ? "partner" : "another")}
      hint={index === 0 ? words("partnerHint") : undefined}
      blank={words("partnerBlank")}
      options={choices(organizations)}
      optional={index >= needed}
    />
  );
  return (
    <Stack wide>
      <Title heading={words("propose")} lead={words(desk === "office" ? "officeLead" : "proposeLead")} />
      <Heard ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={hand[desk].add}
        formKey={formKey}
        form={form}
        submit={words("propose")}
        next={words("proposeNext")}
      >
        {renews && <HiddenField name="renews" value={renews} />}
        {desk === "mine" && only && others.length === 0 && <HiddenField name="proposedBy" value={only.id} />}
        {desk === "mine" && others.length > 0 && (
          <Select name="proposedBy" label={words("self")} options={choices(own)} />
        )}
        {partnerFields.slice(0, needed).map(partner)}
        <More
          summary={words("moreMany")}
          open={partnerFields.slice(needed).some((name) => form.values[name])}
        >
          {partnerFields.slice(needed).map((name, index) => partner(name, index + needed))}
        </More>
        <CooperationFields ctx={ctx} />
      </Form>
    </Stack>
  );
};

export const blankProposal = (startsOn: string): Filled => filledWith({ startsOn, kind: "project" });
