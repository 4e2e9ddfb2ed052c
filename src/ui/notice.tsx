import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { type Reader, say } from "./messages.ts";

type NoticeKind = "info" | "success" | "warning" | "error";

type NoticeProps = {
  readonly ctx: Reader;
  readonly kind?: NoticeKind | undefined;
  readonly heading?: string | undefined;
  readonly children?: ComponentChildren;
};

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: "info",
  success: "yes",
  warning: "late",
  error: "late",
};
const names = {
  info: "noticeInfo",
  success: "noticeSuccess",
  warning: "noticeWarning",
  error: "noticeError",
} as const;

/**
 * What just happened, or must be known before going on. After a redirect: `success`.
 * A refusal is `warning`: nothing is broken, and the sentence says what is possible instead.
 */
export const Notice = ({ ctx, kind = "info", heading, children }: NoticeProps) => (
  <div
    class={`al-notice al-notice--${kind}`}
    role={kind === "error" || kind === "warning" ? "alert" : "status"}
  >
    <Icon name={icons[kind]} />
    <div class="al-stack">
      <p class="al-notice__heading">{heading ?? say(ctx)(names[kind])}</p>
      {children && <div>{children}</div>}
    </div>
  </div>
);
