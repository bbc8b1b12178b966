FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY runtime ./runtime
# binaries of packages are optional dependencies; Node itself is in the image
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/node-bin-*

FROM node:24-slim AS page
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY runtime ./runtime
# the bundler's own binaries are optional dependencies
RUN npm ci
COPY tsconfig.json openapi.yaml ./
COPY src ./src
RUN npm run page

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PAGE=false HOST=0.0.0.0 PORT=3000 DATABASE_URL=/data/article-facts.db
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY seeds ./seeds
COPY src ./src
COPY --from=page /app/dist/web ./dist/web
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "src/cli/start.js"]
