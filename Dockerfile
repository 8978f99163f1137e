# One file for all stages: docker build --build-arg STAGE=ingest-gateway .
FROM eclipse-temurin:25-jdk AS build
# The build runs a PostgreSQL to generate code from the migrations, and PostgreSQL refuses to run as root.
RUN useradd --create-home build && install -d -o build /home/build/faultline
USER build
WORKDIR /home/build/faultline
COPY --chown=build . .
RUN ./mvnw -q -Dmaven.test.skip=true package -pl ingest-gateway,aggregator,alerting,query-api -am \
    && mkdir jars \
    && for stage in ingest-gateway aggregator alerting query-api; do \
         java -Djarmode=tools -jar $stage/target/$stage-*-exec.jar extract --destination jars/$stage \
         && mv jars/$stage/$stage-*-exec.jar jars/$stage/$stage.jar; \
       done

FROM eclipse-temurin:25-jre
ARG STAGE
ENV STAGE=$STAGE FAULTLINE_DATA=/data FAULTLINE_JAVA_OPTS=
RUN useradd --uid 10001 faultline && install -d -o faultline /data
COPY --from=build /home/build/faultline/jars/$STAGE /app
USER faultline
WORKDIR /app
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"ready\"' <&3"]
CMD ["sh", "-c", "exec java -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow $FAULTLINE_JAVA_OPTS -jar $STAGE.jar"]
