export function SetupScreen() {
  return <main className="setup" />
}
