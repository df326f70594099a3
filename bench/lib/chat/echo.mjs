import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serveParent } from './child.mjs';

/** The baseline: a Socket.IO server that acknowledges what it is sent, and nothing else. */
const http = createServer();
const server = new Server(http, { serveClient: false });
server.on('connection', (socket) => socket.on('echo', (payload, acknowledge) => acknowledge(payload)));
http.listen(0, '127.0.0.1', () => serveParent({ origin: `http://127.0.0.1:${http.address().port}` }, {}));
