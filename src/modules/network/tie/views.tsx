import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import {
  CooperationFacts,
  CooperationState,
  Evidence,
  Members,
} from "#modules/network/cooperation/views.tsx";
import type { CooperationRow, MemberRow } from "#modules/network/cooperations/queries.ts";
import type { EvidenceRow } from "#modules/network/evidence/queries.ts";
import { say } from "#modules/network/forms/messages.ts";
import { CooperationFields, Heard, type NoticeName, type Refusal } from "#modules/network/forms/views.tsx";
import { type OfOrganization, Span } from "#modules/network/membership/views.tsx";
import { type Desk, hand, paths } from "#modules/network/paths.ts";
import { cooperationKindName, evidenceKindName, evidenceKinds } from "#modules/network/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup } from "#ui/choices.tsx";
import { DateField, FileField, HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, More, Section, Stack, Title } from "#ui/page.tsx";

type Base = { readonly ctx: Context };

export type TieProps = Base & {
  readonly desk: Desk;
  readonly formKey: string;
  readonly row: CooperationRow;
  readonly members: readonly MemberRow[];
  readonly evidence: readonly EvidenceRow[];
  /** The organizations of the reader in it; for the office all. */
  readonly own: readonly MemberRow[];
  /** Whether the reader may take the proposal back. */
  readonly proposer: boolean;
  readonly before?: CooperationRow | undefined;
  readonly after?: CooperationRow | undefined;
  readonly notice?: NoticeName | undefined;
  readonly refusal?: Refusal | undefined;
  readonly correcting?: Filled | undefined;
  readonly ending?: Filled | undefined;
  readonly proving?: Filled | undefined;
  readonly declining?: OfOrganization | undefined;
  readonly spanning?: OfOrganization | undefined;
};

// One organization answers: yes with one button, no with a reason.
const Answer = ({
  ctx,
  desk,
  formKey,
  row,
  own,
  member,
  declining,
}: TieProps & { readonly member: MemberRow }) => {
  const words = say(ctx);
  const action = hand[desk].answer(row.id);
  const mine = declining?.organization === member.organizationId ? declining : undefined;
  const heading = own.length > 1 || desk === "office" ? member.name : words("declineSummary");
  return (
    <>
      {member.state === "proposed" && (
        <>
          <h3>{words("waitsFor", { organization: member.name })}</h3>
          {desk === "mine" && <p>{words("waitsText")}</p>}
          <ActionForm
            action={action}
            formKey={`${formKey}-y-${member.organizationId}`}
            values={{ organization: member.organizationId, answer: "confirmed" }}
            label={words(desk === "office" ? "officeConfirm" : "confirm")}
            object={member.name}
            kind={desk === "office" ? "secondary" : "primary"}
          />
          {desk === "mine" && <p class="al-soft">{words("confirmNext")}</p>}
        </>
      )}
      <More
        summary={`${words("declineSummary")}${heading === member.name ? ` (${member.name})` : ""}`}
        open={!!mine}
      >
        <Form
          ctx={ctx}
          id={`d-${member.organizationId}`}
          action={action}
          formKey={`${formKey}-n-${member.organizationId}`}
          form={mine?.form}
          submit={words("decline")}
          quiet
        >
          <HiddenField name="organization" value={member.organizationId} />
          <HiddenField name="answer" value="declined" />
          <TextArea
            name="words"
            label={words("declineWords")}
            hint={words("declineHint")}
            rows={2}
            maximum={2_000}
          />
        </Form>
      </More>
    </>
  );
};

const Correct = ({ ctx, desk, formKey, row, correcting }: TieProps) => {
  const words = say(ctx);
  return (
    <More summary={words("correct")} open={!!correcting}>
      <Form
        ctx={ctx}
        id="c"
        action={hand[desk].correct(row.id)}
        formKey={`${formKey}-c`}
        form={correcting ?? filledWith(row)}
        submit={words("correctSubmit")}
        next={words("correctNext")}
        quiet
      >
        <CooperationFields ctx={ctx} />
      </Form>
    </More>
  );
};

const AddEvidence = ({ ctx, desk, formKey, row, proving }: TieProps) => {
  const words = say(ctx);
  return (
    <More summary={words("addEvidence")} open={!!proving}>
      <Form
        ctx={ctx}
        id="e"
        action={hand[desk].evidence(row.id)}
        formKey={`${formKey}-e`}
        form={proving ?? filledWith({ happenedOn: isoDay(ctx.now), public: true })}
        submit={words("evidenceSubmit")}
        files
        quiet
      >
        <RadioGroup
          name="kind"
          label={words("evidenceKind")}
          options={options(evidenceKinds, (code) => evidenceKindName(ctx, code))}
          row
        />
        <TextField name="words" label={words("evidenceWords")} hint={words("evidenceHint")} maximum={1_000} />
        <DateField name="happenedOn" label={words("evidenceDay")} />
        <TextField name="url" type="url" label={words("evidenceUrl")} optional />
        <FileField
          name="datei"
          label={words("evidenceFile")}
          kinds="PDF"
          accept=".pdf"
          megabytes={10}
          optional
        />
        <Checkbox name="public" label={words("evidencePublic")} />
      </Form>
    </More>
  );
};

const End = ({ ctx, desk, formKey, row, ending }: TieProps) => {
  const words = say(ctx);
  return (
    <More summary={words("end")} open={!!ending}>
      <Form
        ctx={ctx}
        id="z"
        action={hand[desk].end(row.id)}
        formKey={`${formKey}-z`}
        form={ending ?? filledWith({ endsOn: isoDay(ctx.now) })}
        submit={words("endSubmit")}
        next={words("endNext")}
        quiet
      >
        <DateField name="endsOn" label={words("endOn")} />
        <TextArea name="words" label={words("endWords")} hint={words("endHint")} rows={2} maximum={1_000} />
      </Form>
    </More>
  );
};

/** One cooperation in the hand of one of its members, or of the office. */
export const TieView = (props: TieProps) => {
  const { ctx, desk, formKey, row, members, evidence, own, before, after } = props;
  const words = say(ctx);
  const open = row.state === "proposed" || row.state === "confirmed";
  const ended = row.endWords !== "";
  const answering = open ? own.filter(({ state }) => state !== "declined") : [];
  return (
    <Stack>
      <Title kind={cooperationKindName(ctx, row.kind)} heading={row.topic}>
        <CooperationState ctx={ctx} row={row} />
      </Title>
      <Heard ctx={ctx} notice={props.notice} refusal={props.refusal} />
      <CooperationFacts ctx={ctx} row={row} before={before} after={after} />
      <Members ctx={ctx} members={members} answers />
      {answering.map((member) => member.state === "proposed" && <Answer {...props} member={member} />)}
      <Section id="belege" heading={words("evidence")} space="none">
        <Evidence
          ctx={ctx}
          id={row.id}
          evidence={evidence}
          drop={(one) => hand[desk].dropEvidence(row.id, one.id)}
          dropLabel={words("drop")}
          formKey={formKey}
        />
        {open && <AddEvidence {...props} />}
      </Section>
      {open && <Correct {...props} />}
      {answering.map(
        (member) =>
          member.state === "confirmed" &&
          !ended && (
            <>
              {row.state === "confirmed" && <Span {...props} member={member} />}
              <Answer {...props} member={member} />
            </>
          ),
      )}
      {row.state === "confirmed" && !ended && <End {...props} />}
      <Actions>
        {ended && !after && <a href={`${hand[desk].add}?fortsetzung=${row.id}`}>{words("renew")}</a>}
        {row.state === "proposed" && props.proposer && (
          <ActionForm
            action={hand[desk].withdraw(row.id)}
            formKey={`${formKey}-w`}
            label={words("withdraw")}
            object={row.topic}
          />
        )}
        <a href={paths.cooperation(row.id)}>{words("toPublic")}</a>
      </Actions>
    </Stack>
  );
};
