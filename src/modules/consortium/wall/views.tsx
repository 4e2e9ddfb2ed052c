import type { Context } from "#core/context.ts";
import { paths } from "#modules/consortium/paths.ts";
import { Wording } from "#modules/consortium/resolutions/views.tsx";
import { voteMethodName } from "#modules/consortium/vocabulary.ts";
import { progressOf, type Room } from "#modules/consortium/voting/queries.ts";
import { Result } from "#modules/consortium/voting/views.tsx";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";

type SceneProps = { readonly ctx: Context; readonly room: Room };

const Open = ({ ctx, room }: SceneProps) => {
  const words = say(ctx);
  const { vote, motion } = room;
  if (vote?.state !== "open" || !motion) return null;
  const progress = progressOf(room);
  return (
    <>
      <h1>{motion.title}</h1>
      <div class="al-wall__words al-stack">
        <Wording text={motion.wording} />
      </div>
      <p class="al-wall__kind">{words("open", { method: voteMethodName(ctx, vote.method) })}</p>
      <p class="al-wall__count">
        {vote.method === "hand"
          ? words("hands")
          : words(vote.method === "secret" ? "slips" : "voted", progress)}
      </p>
    </>
  );
};

/** What the room sees: the vote that runs, or the last result; drawn for the page and for what its script asks for. */
export const WallScene = ({ ctx, room }: SceneProps) => {
  const words = say(ctx);
  const { meeting, item, vote, present } = room;
  const state = meeting.state === "running" ? "quiet" : meeting.state === "closed" ? "over" : "notYet";
  return (
    <>
      <p class="al-wall__kind">{words("meeting", { number: meeting.number, title: meeting.title })}</p>
      <Open ctx={ctx} room={room} />
      {vote?.state !== "open" && (
        <>
          <h1>{item?.title ?? words(vote?.decision ? "last" : state)}</h1>
          <div class="al-wall__words">
            <Result ctx={ctx} room={room} />
          </div>
        </>
      )}
      <p class="al-soft">{words("present", { n: present.length })}</p>
    </>
  );
};

type WallProps = SceneProps & { readonly origin: string; readonly state: string };

/** The big screen of a meeting, and beside it the way in for phones. */
export const WallView = ({ ctx, room, origin, state }: WallProps) => {
  const words = say(ctx);
  const { id, number } = room.meeting;
  const address = `${origin}${paths.voting(id)}`;
  return (
    <div
      class="al-wall"
      data-wall
      data-pause="400"
      data-state={state}
      data-words={JSON.stringify({ away: words("away") })}
    >
      <div class="al-wall__scene" data-scene>
        <WallScene ctx={ctx} room={room} />
      </div>
      <aside class="al-wall__door" aria-labelledby="mitstimmen">
        <h2 id="mitstimmen">{words("joinHeading")}</h2>
        <p>{words("join")}</p>
        <QrCode text={address} label={words("qr")} size={320} />
        <p>{words("without")}</p>
        <p class="al-wall__line" role="status" data-line />
        <noscript>
          <a href={`${paths.screen(id)}?erneuern=ja`}>{words("refresh")}</a>
        </noscript>
        <a href={paths.meeting(number)}>{words("back")}</a>
      </aside>
    </div>
  );
};
