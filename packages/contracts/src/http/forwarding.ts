/**
 * How the web app tells the API on whose behalf it calls: the address of the connection that it answers, which is believed only
 * beside the secret that the two share. A visitor's own headers of these names never get through the web app.
 */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';
export const INTERNAL_TOKEN_HEADER = 'x-internal-token';
/** The browser that somebody signs in with: a UUID that the web app keeps in a cookie, and believed like the address. */
export const CLIENT_DEVICE_HEADER = 'x-client-device';
