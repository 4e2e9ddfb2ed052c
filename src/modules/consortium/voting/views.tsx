import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import { OwnPresence } from "#modules/consortium/presence-own/views.tsx";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { OptionTable, SectorTable, Wording } from "#modules/consortium/resolutions/views.tsx";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { choiceName, voteMethodName } from "#modules/consortium/vocabulary.ts";
import type { VoteRow, VoterRow } from "#modules/consortium/votes/queries.ts";
import { seatWords } from "#modules/consortium/votes/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { Room } from "./queries.ts";

type Base = { readonly ctx: Context };
type RoomProps = Base & { readonly room: Room };
export type Typed = { readonly seat: string; readonly form: Filled };
type SeatProps = RoomProps & {
  readonly seats: readonly OwnSeat[];
  /** An objection that comes back to be put right. */
  readonly typed?: Typed | undefined;
};
type VoteProps = Base & { readonly action: string; readonly seat: VoterRow; readonly vote: VoteRow };

// No form here carries a key: a vote by name is one a seat however often it is sent, and of a slip none may be kept.
const Choices = ({ ctx, action, seat, vote }: VoteProps) => {
  const words = say(ctx);
  const labels =
    vote.method === "consent"
      ? ([
          ["yes", words("consent")],
          ["abstain", words("aside")],
        ] as const)
      : ([
          ["yes", words("yes")],
          ["no", words("no")],
          ["abstain", words("abstain")],
        ] as const);
  return (
    <Actions>
      {labels.map(([choice, label]) => (
        <ActionForm
          action={action}
          label={label}
          object={seatWords(ctx, seat)}
          values={{ seat: seat.seatId, choice }}
          kind="secondary"
        />
      ))}
    </Actions>
  );
};

const Objecting = ({ ctx, action, seat, typed }: VoteProps & { readonly typed?: Typed | undefined }) => {
  const words = say(ctx);
  const mine = typed?.seat === seat.seatId ? typed.form : undefined;
  return (
    <More summary={words("objectHeading")} open={mine !== undefined}>
      <Form ctx={ctx} id={`e-${seat.seatId}`} action={action} form={mine} submit={words("object")} quiet>
        <HiddenField name="seat" value={seat.seatId} />
        <HiddenField name="choice" value="object" />
        <TextArea name="reason" label={words("objectReason")} rows={3} maximum={4_000} />
        <TextArea name="change" label={words("objectChange")} rows={3} maximum={4_000} />
      </Form>
    </More>
  );
};

const scale = Array.from({ length: 11 }, (_, mark) => ({ value: String(mark), label: String(mark) }));

const Ratings = ({ ctx, action, seat, vote }: VoteProps) => {
  const words = say(ctx);
  const given = filledWith(
    Object.fromEntries(Object.entries(seat.marks ?? {}).map(([key, mark]) => [`option-${key}`, mark])),
  );
  return (
    <Form ctx={ctx} id={`r-${seat.seatId}`} action={action} form={given} submit={words("keep")}>
      <HiddenField name="seat" value={seat.seatId} />
      <p>{words("rate")}</p>
      {vote.options.map(({ key, title }) => (
        <RadioGroup name={`option-${key}`} label={title} options={scale} row />
      ))}
    </Form>
  );
};

const saidWords = (ctx: Context, vote: VoteRow, seat: VoterRow): string | undefined => {
  const words = say(ctx);
  if (vote.method === "secret") return seat.voted ? words("slip") : undefined;
  if (seat.marks) return words("rated");
  if (seat.choice === null) return undefined;
  if (vote.method !== "consent") return words("said", { choice: choiceName(ctx, seat.choice) });
  if (seat.choice === "no") return words("objected");
  return words("said", { choice: words(seat.choice === "yes" ? "consent" : "aside") });
};

/** What one seat can do now, or why it cannot. */
export const Answer = (props: VoteProps & { readonly typed?: Typed | undefined }) => {
  const { ctx, seat, vote } = props;
  const words = say(ctx);
  if (seat.biased) return <p>{words("biased")}</p>;
  if (!seat.present) return <p>{words("notHere")}</p>;
  if (vote.method === "hand") return <p>{words("hands")}</p>;
  const said = saidWords(ctx, vote, seat);
  if (vote.method === "secret" && said) return <State kind="yes">{said}</State>;
  return (
    <Stack>
      {said && (
        <p>
          <State kind="yes">{said}</State>
        </p>
      )}
      {vote.method === "consensing" ? <Ratings {...props} /> : <Choices {...props} />}
      {vote.method === "consent" && <p class="al-soft">{words("asideHint")}</p>}
      {vote.method === "consent" && <Objecting {...props} />}
      {vote.method === "secret" && <p class="al-soft">{words("slipHint")}</p>}
    </Stack>
  );
};

const OpenVote = ({ ctx, room, seats, typed }: SeatProps) => {
  const words = say(ctx);
  const { vote, motion, voters, meeting } = room;
  if (!vote || !motion) return null;
  const own = seats.flatMap(({ id }) => voters.filter(({ seatId }) => seatId === id));
  return (
    <Section
      id="abstimmung"
      heading={motion.title}
      aside={words("open", { method: voteMethodName(ctx, vote.method) })}
      space="none"
    >
      <Stack>
        <Wording text={motion.wording} />
        {motion.reason && (
          <More summary={words("reason")}>
            <Wording text={motion.reason} />
          </More>
        )}
        {own.length === 0 && <p>{words(seats.length === 0 ? "noSeat" : "advisory")}</p>}
        {own.map((seat) => (
          <Stack>
            <h3>{words("forSeat", { seat: seatWords(ctx, seat) })}</h3>
            <Answer
              ctx={ctx}
              action={paths.vote(meeting.id, vote.id)}
              seat={seat}
              vote={vote}
              typed={typed}
            />
          </Stack>
        ))}
      </Stack>
    </Section>
  );
};

/** What came of the last vote; the same on every screen. */
export const Result = ({ ctx, room: { vote, motion, resolution } }: RoomProps) => {
  const words = say(ctx);
  if (!vote?.decision || !motion) return null;
  const titles = Object.fromEntries(vote.options.map(({ key, title }) => [key, title]));
  return (
    <Section id="ergebnis" heading={motion.title} aside={words("result")} space="none">
      <Stack>
        <p>{decisionSentence(ctx, vote.decision, titles)}</p>
        {resolution && (
          <p>
            <a href={paths.resolution(resolution.label)}>
              {words("resolution", { number: resolution.label })}
            </a>
          </p>
        )}
        <SectorTable ctx={ctx} decision={vote.decision} />
        <OptionTable ctx={ctx} decision={vote.decision} titles={titles} />
      </Stack>
    </Section>
  );
};

/** What a seat sees of the room now; drawn for the page and for what its script asks for. */
export const SeatScene = (props: SeatProps) => {
  const { ctx, room, seats } = props;
  const words = say(ctx);
  const { meeting, item, vote } = room;
  return (
    <Stack wide>
      {item && (
        <p>
          <span class="al-soft">{words("item")}:</span> {item.title}
        </p>
      )}
      {vote?.state === "open" && <OpenVote {...props} />}
      {vote?.state === "closed" && <Result ctx={ctx} room={room} />}
      {vote?.state !== "open" && (
        <Empty
          heading={words(
            meeting.state === "running" ? "nothing" : meeting.state === "closed" ? "over" : "notYet",
          )}
        >
          {meeting.state === "running" && <p>{words("nothingText")}</p>}
        </Empty>
      )}
      <OwnPresence ctx={ctx} seats={seats} {...room} />
    </Stack>
  );
};

type PageProps = SeatProps & {
  readonly state: string;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
};

/** The page of a seat in a meeting. */
export const SeatView = ({ state, notice, refusal, ...props }: PageProps) => {
  const { ctx, room } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={words("heading")}
        heading={room.meeting.title}
        lead={words("lead", { number: room.meeting.number })}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <div data-wall data-pause="400" data-state={state} data-words={JSON.stringify({ away: words("away") })}>
        <div data-scene aria-live="polite">
          <SeatScene {...props} />
        </div>
        <p role="status" data-line />
      </div>
      <noscript>
        <a href={`${paths.voting(room.meeting.id)}?erneuern=ja`}>{words("refresh")}</a>
      </noscript>
      <Actions>
        <a href={paths.screen(room.meeting.id)}>{words("toWall")}</a>
        <a href={paths.meeting(room.meeting.number)}>{words("back")}</a>
      </Actions>
    </Stack>
  );
};
