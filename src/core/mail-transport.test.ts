import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { mailTransport } from "./mail-transport.ts";

/** What a mail server is given of one envelope, with this way out. */
const sentWith = async (unsubscribe: string | undefined): Promise<string> => {
  const pieces: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => {
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => done());
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const transport = mailTransport({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await transport?.send({
    messageId: "<eins@stadt.example>",
    from: { name: "Büro", address: "post@stadt.example" },
    replyTo: undefined,
    to: { name: "Frieda", address: "frieda@stadt.example" },
    subject: "Hallo",
    text: "Hallo",
    html: "<p>Hallo</p>",
    language: "de",
    unsubscribe,
  });
  transport?.close();
  await new Promise<void>((closed) => server.close(closed));
  return Buffer.concat(pieces).toString();
};

test("a way out over https is one click (RFC 8058), over http only a page, and none is none", async () => {
  const secure = await sentWith("https://stadt.example/nachrichten/x");
  expect(secure).toMatch(/^List-Unsubscribe: <https:\/\/stadt\.example\/nachrichten\/x>\r$/mu);
  expect(secure).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/mu);
  const open = await sentWith("http://stadt.example/nachrichten/x");
  expect(open).toContain("List-Unsubscribe:");
  expect(open).not.toContain("List-Unsubscribe-Post");
  expect(await sentWith(undefined)).not.toContain("List-Unsubscribe");
});
