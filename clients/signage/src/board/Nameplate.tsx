/** What hangs when there is no menu to show: whose house this is. */
export function Nameplate({ name }: { name: string | undefined }) {
  return (
    <div className="nameplate">
      <h1>{name}</h1>
    </div>
  );
}
