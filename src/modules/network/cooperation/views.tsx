import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { CooperationRow, MemberRow } from "#modules/network/cooperations/queries.ts";
import type { EvidenceRow } from "#modules/network/evidence/queries.ts";
import { hand, paths } from "#modules/network/paths.ts";
import {
  cooperationKindName,
  cooperationStateName,
  evidenceKindName,
  memberStateName,
} from "#modules/network/vocabulary.ts";
import { paths as directory } from "#modules/organizations/paths.ts";
import { fieldName, fields, sectorName } from "#modules/organizations/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs, SectorSign, State, type StateKind } from "#ui/facts.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

/** "Teichfreunde, Jugendhaus und Glaswerk" */
export const namesOf = (ctx: Context, members: readonly Pick<MemberRow, "name">[]): string => {
  const names = members.map(({ name }) => name);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : say(ctx)("and", { names: names.slice(0, -1).join(", "), last });
};

/** "seit 3. Mai 2024", or from when to when. */
export const spanOf = (ctx: Context, { startsOn, endsOn }: Pick<CooperationRow, "startsOn" | "endsOn">) =>
  endsOn === null
    ? say(ctx)("running", { from: dayWithYear(ctx, startsOn) })
    : say(ctx)("spanText", { from: dayWithYear(ctx, startsOn), until: dayWithYear(ctx, endsOn) });

const stateKinds: Readonly<Record<CooperationRow["state"], StateKind>> = {
  proposed: "wait",
  confirmed: "yes",
  declined: "no",
  withdrawn: "no",
};

/** Where it stands; a confirmed one that is over says so. */
export const CooperationState = ({ ctx, row }: Base & { readonly row: CooperationRow }) =>
  row.state === "confirmed" && row.endWords !== "" ? (
    <State kind="info">{say(ctx)("ended_label")}</State>
  ) : (
    <State kind={stateKinds[row.state]}>{cooperationStateName(ctx, row.state)}</State>
  );

const memberKinds: Readonly<Record<MemberRow["state"], StateKind>> = {
  proposed: "wait",
  confirmed: "yes",
  declined: "no",
};

const stay = (ctx: Context, { joinedOn, leftOn }: MemberRow): string =>
  [
    joinedOn && say(ctx)("joined", { day: dayWithYear(ctx, joinedOn) }),
    leftOn && say(ctx)("left", { day: dayWithYear(ctx, leftOn) }),
  ]
    .filter(Boolean)
    .join(", ");

type MembersProps = Base & {
  readonly members: readonly MemberRow[];
  /** With what each answered, for its members and the office. */
  readonly answers?: boolean;
};

/** The organizations in it, each with its sector. */
export const Members = ({ ctx, members, answers = false }: MembersProps) => (
  <ItemList
    items={members.map((member) => ({
      title: member.name,
      href: directory.show(member.slug),
      kind: (
        <>
          <SectorSign sector={member.sector} /> {sectorName(ctx, member.sector)}
          {stay(ctx, member) && ` · ${stay(ctx, member)}`}
        </>
      ),
      ...(answers && member.words ? { text: <q>{member.words}</q> } : {}),
      ...(answers
        ? { end: <State kind={memberKinds[member.state]}>{memberStateName(ctx, member.state)}</State> }
        : {}),
    }))}
  />
);

const codes: ReadonlySet<string> = new Set(fields);
const isField = (text: string): text is (typeof fields)[number] => codes.has(text);

type FactsProps = Base & {
  readonly row: CooperationRow;
  readonly before?: CooperationRow | undefined;
  readonly after?: CooperationRow | undefined;
};

/** What, since when, who proposed it, and what it goes on with. */
export const CooperationFacts = ({ ctx, row, before, after }: FactsProps) => {
  const words = say(ctx);
  return (
    <Pairs
      pairs={[
        [words("kind"), cooperationKindName(ctx, row.kind)],
        [words("span"), spanOf(ctx, row)],
        [words("field"), isField(row.field) ? fieldName(ctx, row.field) : ""],
        [words("agreement"), row.agreement],
        [words("ended"), row.endWords],
        [words("renews"), before && <a href={paths.cooperation(before.id)}>{words("earlier")}</a>],
        [words("renewed"), after && <a href={paths.cooperation(after.id)}>{words("later")}</a>],
        [words("proposedBy"), row.proposedBy ?? words("office")],
      ]}
    />
  );
};

type EvidenceProps = Base & {
  readonly id: CooperationRow["id"];
  readonly evidence: readonly EvidenceRow[];
  /** Where one of them is taken away, for whoever may. */
  readonly drop?: ((evidence: EvidenceRow) => string) | undefined;
  readonly dropLabel?: string;
  readonly formKey?: string;
};

/** What shows that it is real, the latest first. */
export const Evidence = ({ ctx, id, evidence, drop, dropLabel, formKey }: EvidenceProps) => {
  const words = say(ctx);
  if (evidence.length === 0) return <p class="al-soft">{words("noEvidence")}</p>;
  return (
    <ItemList
      items={evidence.map((one) => ({
        title: one.words,
        ...(one.url || one.fileId ? { href: one.url || paths.evidenceFile(id, one.id) } : {}),
        kind: [
          evidenceKindName(ctx, one.kind),
          dayWithYear(ctx, one.happenedOn),
          ...(one.public ? [] : [words("internalOnly")]),
        ].join(" · "),
        ...(drop
          ? {
              end: (
                <ActionForm
                  action={drop(one)}
                  label={dropLabel}
                  object={one.words}
                  formKey={`${formKey}-${one.id}`}
                />
              ),
            }
          : {}),
      }))}
    />
  );
};

type CooperationProps = FactsProps & {
  readonly members: readonly MemberRow[];
  readonly evidence: readonly EvidenceRow[];
  /** From where the reader may handle it. */
  readonly desk: "mine" | "office" | null;
};

/** One cooperation with everything that everybody may read. */
export const CooperationView = ({ ctx, row, members, evidence, desk, before, after }: CooperationProps) => {
  const words = say(ctx);
  const shown = members.filter(({ state }) => row.state !== "confirmed" || state === "confirmed");
  return (
    <Stack wide>
      <Title kind={cooperationKindName(ctx, row.kind)} heading={row.topic} lead={namesOf(ctx, shown)}>
        {row.endWords !== "" && row.endsOn && (
          <State kind="info">{words("over", { day: dayWithYear(ctx, row.endsOn) })}</State>
        )}
      </Title>
      {row.state !== "confirmed" && <p class="al-soft">{words("notPublic")}</p>}
      {row.internal && <p class="al-soft">{words("internal")}</p>}
      <Section id="beteiligte" heading={words("members")}>
        <Members ctx={ctx} members={shown} />
      </Section>
      <CooperationFacts ctx={ctx} row={row} before={before} after={after} />
      <Section id="belege" heading={words("evidence")}>
        <Evidence ctx={ctx} id={row.id} evidence={evidence} />
      </Section>
      <Actions>
        {desk && <a href={hand[desk].one(row.id)}>{words("handle")}</a>}
        <a href={paths.picture}>{words("picture")}</a>
      </Actions>
    </Stack>
  );
};
