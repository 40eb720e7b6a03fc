/** Hands the learner a text as a file. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Hands the learner a certificate, a key or a request for one as a file. */
export const downloadPem = (name: string, text: string): void =>
  download(name, text, 'application/x-pem-file');
