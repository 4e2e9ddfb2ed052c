import { createTransport } from "nodemailer";
import type { Settings } from "./env.ts";

/** One mail as it leaves the house. */
export type Envelope = {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | undefined;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly unsubscribe: string | undefined;
};

export type MailTransport = {
  /** Returns when the mail server has taken the mail over, throws when it has not. */
  readonly send: (envelope: Envelope) => Promise<void>;
  readonly close: () => void;
};

/** A mail server that says nothing for this long is left, and asked again later. */
type Patience = { readonly connecting: number; readonly silent: number };
const usual: Patience = { connecting: 10_000, silent: 30_000 };

/** The way to the mail server, made once per process; none without SMTP_URL, then mail stays in the house. */
export const mailTransport = (
  { SMTP_URL }: Pick<Settings, "SMTP_URL">,
  patience: Patience = usual,
): MailTransport | undefined => {
  if (SMTP_URL === undefined) return undefined;
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 3,
    dnsTimeout: patience.connecting,
    connectionTimeout: patience.connecting,
    greetingTimeout: patience.connecting,
    socketTimeout: patience.silent,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ language, unsubscribe, replyTo, ...rest }) => {
      await transport.sendMail({
        ...rest,
        ...(replyTo && { replyTo }),
        ...(unsubscribe && { list: { unsubscribe } }),
        headers: {
          "Auto-Submitted": "auto-generated",
          "Content-Language": language,
          // RFC 8058 wants https for the one click; without it the reader opens the page.
          ...(unsubscribe?.startsWith("https://") && {
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
        },
      });
    },
    close: () => transport.close(),
  };
};
