import pino, { type Logger } from "pino";

export type Log = Logger;

/**
 * The process's log: one JSON object a line on standard output. Tokens and anything about a person are struck out where
 * a library might log them; our own calls name things by id only.
 */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        "*.accessToken",
        "*.refreshToken",
        "*.id_token",
        "*.email",
        "*.phone",
        "headers.authorization",
        "headers.cookie",
      ],
      censor: "[struck out]",
    },
    serializers: { err: pino.stdSerializers.err },
  });
}
