# The web app. Build from the root of the repository: docker build -f deploy/web.Dockerfile .
FROM node:24-slim AS build
WORKDIR /app
ENV NX_DAEMON=false NX_NO_CLOUD=true NEXT_TELEMETRY_DISABLED=1
# Next writes the target of its rewrites into the build: where this container reaches the API.
ARG API_INTERNAL_URL=http://api:3001
ENV API_INTERNAL_URL=${API_INTERNAL_URL}
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run build -- --projects=@troupe/web
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf apps/api .nx apps/web/.next/cache

FROM node:24-slim
WORKDIR /app
ARG API_INTERNAL_URL=http://api:3001
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 API_INTERNAL_URL=${API_INTERNAL_URL}
COPY --from=build --chown=node:node /app ./
USER node
WORKDIR /app/apps/web
EXPOSE 3000
CMD ["node", "../../node_modules/next/dist/bin/next", "start", "--port", "3000"]
