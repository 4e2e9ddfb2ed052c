import { create } from "qrcode";

// Readers need four light squares around the code.
const zone = 4;

type QrCodeProps = {
  readonly text: string;
  /** What the code is for; the same must stand beside it in words. */
  readonly label: string;
  readonly size?: number | undefined;
};

/** A QR code as a drawing: dark on light, whatever the colors of the page. */
export const QrCode = ({ text, label, size: width = 240 }: QrCodeProps) => {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data)
    .map((bit, at) => (bit ? `M${(at % size) + zone} ${Math.floor(at / size) + zone}h1v1h-1z` : ""))
    .join("");
  const box = size + 2 * zone;
  return (
    <svg
      class="al-qr"
      viewBox={`0 0 ${box} ${box}`}
      width={width}
      height={width}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={box} height={box} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
