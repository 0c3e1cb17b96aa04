/** Parser of a command-line text: in NFC, as the hub stores texts, however the terminal composed it. */
export const textArgument = (text: string): string => text.normalize("NFC");
