import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { ObjectionList } from "#modules/consortium/objections/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { OptionTable, Wording } from "#modules/consortium/resolutions/views.tsx";
import {
  motionStateName,
  sectorName,
  sectors,
  subjectName,
  voteMethodName,
  voteMethods,
} from "#modules/consortium/vocabulary.ts";
import type { VoteRow } from "#modules/consortium/votes/queries.ts";
import { asked, MarksForm, NamedForm, seatWords, VoterTable } from "#modules/consortium/votes/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { State, type StateKind } from "#ui/facts.tsx";
import { HiddenField, NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, More, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { countsApart, type Panel } from "./queries.ts";

type PanelProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly panel: Panel;
  /** What was typed, when it comes back. */
  readonly form?: Filled | undefined;
};
type VoteProps = PanelProps & { readonly vote: VoteRow };

const OpenForm = ({ ctx, formKey, panel: { motion, rules }, form }: PanelProps) => {
  const words = say(ctx);
  const id = `o-${motion.id}`;
  return (
    <Form
      ctx={ctx}
      id={id}
      action={paths.openVote(motion.id)}
      formKey={`${formKey}-${id}`}
      form={form}
      submit={words("open")}
      next={words("openNext")}
      quiet
    >
      {rules.mustBeAnnounced && !motion.announced && (
        <p>
          <State kind="late">{words("notAnnounced")}</State>
        </p>
      )}
      <Select
        name="method"
        label={words("method")}
        options={options(voteMethods, (code) => voteMethodName(ctx, code))}
        blank={false}
      />
      <TextArea name="options" label={words("optionsLabel")} hint={words("optionsHint")} rows={3} optional />
    </Form>
  );
};

const CastingVote = ({ ctx, panel }: PanelProps) => {
  const words = say(ctx);
  if (panel.rules.tie !== "castingVote") return null;
  return (
    <RadioGroup
      name="castingVote"
      label={words("casting")}
      hint={words("castingHint")}
      options={(["yes", "no"] as const).map((value) => ({ value, label: words(`casting_${value}`) }))}
      row
      optional
    />
  );
};

const HandFields = ({ ctx, panel }: PanelProps) => {
  const words = say(ctx);
  const there = asked(panel.voters);
  const groups = countsApart(panel)
    ? sectors.map((sector) => ({
        key: sector,
        n: there.filter((seat) => seat.sector === sector).length,
        name: sectorName(ctx, sector),
      }))
    : [{ key: "all", n: there.length, name: null }];
  return (
    <>
      {groups.map(({ key, n, name }) => (
        <Fieldset
          legend={name === null ? words("allLegend", { n }) : words("sectorLegend", { sector: name, n })}
        >
          <div class="al-counts">
            {(["yes", "no", "abstain"] as const).map((choice) => (
              <NumberField name={`${choice}-${key}`} label={words(choice)} optional />
            ))}
          </div>
        </Fieldset>
      ))}
    </>
  );
};

const CloseForm = (props: VoteProps) => {
  const { ctx, formKey, panel, vote, form } = props;
  const words = say(ctx);
  const id = `c-${vote.id}`;
  return (
    <Form
      ctx={ctx}
      id={id}
      action={paths.officeVote(panel.motion.id, vote.id)}
      formKey={`${formKey}-${id}`}
      form={form}
      submit={words("close")}
      next={words("closeNext")}
      quiet
    >
      <HiddenField name="was" value="schliessen" />
      {vote.method === "hand" && <HandFields {...props} />}
      <CastingVote {...props} />
    </Form>
  );
};

const Progress = ({ ctx, panel: { voters }, vote }: VoteProps) => {
  const words = say(ctx);
  const there = asked(voters);
  const missing = there.filter(({ voted }) => !voted);
  const numbers = { n: there.length - missing.length, of: there.length };
  if (vote.method === "hand") return null;
  return (
    <p>
      {words(vote.method === "secret" ? "slips" : "voted", numbers)}{" "}
      {missing.length > 0 &&
        missing.length <= 12 &&
        words("still", { seats: missing.map((seat) => seatWords(ctx, seat)).join(", ") })}
    </p>
  );
};

const Running = (props: VoteProps) => {
  const { ctx, formKey, panel, vote } = props;
  const words = say(ctx);
  const biased = panel.voters.filter((seat) => seat.biased);
  return (
    <Stack>
      <p>
        <State kind="wait">{words("running", { method: voteMethodName(ctx, vote.method) })}</State>
      </p>
      <Progress {...props} />
      {biased.length > 0 && (
        <p>{words("biased", { seats: biased.map((seat) => seatWords(ctx, seat)).join(", ") })}</p>
      )}
      {(vote.method === "named" || vote.method === "consent") && (
        <NamedForm ctx={ctx} formKey={formKey} voters={panel.voters} vote={vote} />
      )}
      {vote.method === "consensing" && (
        <MarksForm ctx={ctx} formKey={formKey} voters={panel.voters} vote={vote} />
      )}
      <CloseForm {...props} />
      <Actions>
        <ActionForm
          action={paths.officeVote(panel.motion.id, vote.id)}
          label={words("void")}
          object={panel.motion.title}
          formKey={`${formKey}-v-${vote.id}`}
          values={{ was: "abbrechen" }}
        />
      </Actions>
    </Stack>
  );
};

const Result = ({ ctx, panel, vote }: VoteProps) => {
  const { decision } = vote;
  if (!decision) return null;
  const titles = Object.fromEntries(vote.options.map(({ key, title }) => [key, title]));
  const named = vote.method === "named" || vote.method === "consent";
  return (
    <Stack>
      <p>{decisionSentence(ctx, decision, titles)}</p>
      {panel.resolution && (
        <p>
          <a href={paths.resolution(panel.resolution.label)}>
            {say(ctx)("resolution", { number: panel.resolution.label })}
          </a>
        </p>
      )}
      <OptionTable ctx={ctx} decision={decision} titles={titles} />
      {named && (
        <More summary={say(ctx)("byName")}>
          <VoterTable ctx={ctx} id={`namen-${vote.id}`} voters={panel.voters} />
        </More>
      )}
    </Stack>
  );
};

const stateKinds: Readonly<Record<Panel["motion"]["state"], StateKind>> = {
  open: "info",
  voting: "wait",
  passed: "yes",
  rejected: "no",
  deferred: "wait",
  withdrawn: "no",
};

/** A motion in the hand of whoever runs the meeting: open the vote, count, close, see what came of it. */
export const VotePanel = (props: PanelProps & { readonly bare?: boolean }) => {
  const { ctx, formKey, panel, bare = false } = props;
  const words = say(ctx);
  const { motion, vote, objections } = panel;
  const running = vote?.state === "open" ? vote : undefined;
  return (
    <section class="al-stack" id={`antrag-${motion.id}`} aria-label={motion.title}>
      {!bare && <h3>{motion.title}</h3>}
      <p class="al-soft">
        <State kind={stateKinds[motion.state]}>{motionStateName(ctx, motion.state)}</State> ·{" "}
        {subjectName(ctx, motion.subject)} · {words("version", { n: motion.version })}
        {motion.proposedBy && <> · {motion.proposedBy}</>}
      </p>
      <Wording text={motion.wording} />
      {motion.stateWords && <p class="al-soft">{motion.stateWords}</p>}
      {running && <Running {...props} vote={running} />}
      {vote?.state === "closed" && <Result {...props} vote={vote} />}
      <ObjectionList ctx={ctx} motion={motion} objections={objections} formKey={formKey} />
      {(motion.state === "open" || motion.state === "deferred") && motion.meetingState === "running" && (
        <OpenForm {...props} />
      )}
      {!bare && motion.state !== "passed" && motion.state !== "rejected" && motion.state !== "withdrawn" && (
        <p>
          <a href={paths.motion(motion.id)}>{words("edit")}</a>
        </p>
      )}
    </section>
  );
};
