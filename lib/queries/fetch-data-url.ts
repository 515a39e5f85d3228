/** A file of our own as a `data:` address, for what may load nothing; null where it can't be read. */
export async function fetchDataUrl(path: string): Promise<string | null> {
  const response = await fetch(path).catch(() => null);
  if (response === null || !response.ok) return null;
  const blob = await response.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(blob);
  });
}
