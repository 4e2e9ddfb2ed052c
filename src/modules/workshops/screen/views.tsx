import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import { hallCodeInWords } from "#modules/workshops/guests/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";
import type { Bar, Board } from "./queries.ts";

type SceneProps = { readonly ctx: Context; readonly workshop: Workshop; readonly board: Board };

const Cards = ({ ctx, board }: SceneProps) => {
  if (board.scene !== "cards") return null;
  const words = say(ctx);
  return (
    <>
      <p class="al-wall__count">
        {board.total === 0 ? words("noCards") : words("cards", { n: board.total })}
      </p>
      <ul class="al-cards">
        {board.cards.map(({ id, number, text, table }) => (
          <li data-card={id} data-number={number}>
            <span class="al-card__text">{text}</span>
            <small>{[words("number", { n: number }), table].filter(Boolean).join(" · ")}</small>
          </li>
        ))}
      </ul>
    </>
  );
};

type BarsProps = { readonly ctx: Context; readonly bars: readonly Bar[]; readonly weighed: boolean };

const Bars = ({ ctx, bars, weighed }: BarsProps) => {
  const words = say(ctx);
  const most = Math.max(1, ...bars.map(({ dots }) => dots));
  return (
    <ul class="al-wall__bars">
      {bars.map(({ title, cards, dots }) => (
        <li>
          <span>
            {title} <b>{weighed ? words("dots", { n: dots }) : words("cards", { n: cards })}</b>
          </span>
          {weighed && (
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect width={(100 * dots) / most} height="4" />
            </svg>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What stands on the board: drawn here for the page and for what its script asks once a second. */
export const Scene = (props: SceneProps) => {
  const { ctx, workshop, board } = props;
  const words = say(ctx);
  const phase = board.scene === "nothing" ? undefined : board.phase;
  return (
    <>
      <p class="al-wall__kind">{phase ? `${workshop.title} · ${phase.title}` : workshop.title}</p>
      <h1>{phase?.question || phase?.title || workshop.question || workshop.title}</h1>
      <Cards {...props} />
      {board.scene === "dots" && <p class="al-wall__count">{words("givers", { n: board.givers })}</p>}
      {(board.scene === "dots" || board.scene === "bars") && (
        <Bars ctx={ctx} bars={board.bars} weighed={board.scene === "bars"} />
      )}
    </>
  );
};

type WallProps = SceneProps & {
  readonly origin: string;
  readonly code: string | undefined;
  readonly staff: boolean;
};

const Door = ({ ctx, workshop, board, origin, staff, code }: WallProps) => {
  const words = say(ctx);
  const address = `${origin}${paths.door}`;
  const query = new URLSearchParams({ ...(code ? { wort: code } : {}), erneuern: "ja" });
  return (
    <aside class="al-wall__door" aria-labelledby="mitschreiben">
      <h2 id="mitschreiben">{words("joinHeading")}</h2>
      {board.until && (
        <p>
          {words("until", { time: time(ctx, board.until) })} <b data-left />
        </p>
      )}
      <p>{words("join", { address: address.replace(/^https?:\/\//u, "") })}</p>
      <p class="al-wall__code">{hallCodeInWords(workshop.hallCode)}</p>
      <QrCode text={`${address}?wort=${workshop.hallCode}`} label={words("qr")} size={320} />
      <p>{words("without")}</p>
      <p class="al-wall__line" role="status" data-line />
      <noscript>
        <a href={`${paths.screen(workshop.slug)}?${query}`}>{words("refresh")}</a>
      </noscript>
      {staff && <a href={paths.office(workshop.id)}>{words("back")}</a>}
    </aside>
  );
};

/** The big screen: the question, the cards as they come in, and the way in for phones. */
export const Wall = (props: WallProps) => {
  const { ctx, workshop, board, code } = props;
  const words = say(ctx);
  const own = { left: words("left", { n: "{n}" }), leftOne: words("leftOne"), away: words("away") };
  const query = code ? `?wort=${encodeURIComponent(code)}` : "";
  return (
    <div
      class="al-wall"
      data-wall
      data-state={`${paths.screenState(workshop.slug)}${query}`}
      data-until={board.until?.toISOString()}
      data-words={JSON.stringify(own)}
    >
      <div class="al-wall__scene" data-scene>
        <Scene {...props} />
      </div>
      <Door {...props} />
    </div>
  );
};
