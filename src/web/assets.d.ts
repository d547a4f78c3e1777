/** Addresses of files that the build puts beside the page. */
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "virtual:engine-tables" {
  const address: string;
  export default address;
}
