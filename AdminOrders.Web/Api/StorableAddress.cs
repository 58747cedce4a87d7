using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api;

/// <summary>
/// Turns away addresses with control characters: they name nothing that is here, and not every store can even be asked for them.
/// </summary>
internal sealed class StorableAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.Any(char.IsControl))
        {
            return ApiErrors.UnknownPath().ExecuteAsync(context);
        }

        var wrong = context.Request.Query.FirstOrDefault(parameter => parameter.Key.Any(char.IsControl) || parameter.Value.Any(value => value!.Any(char.IsControl)));
        return wrong.Key is null ? next(context) : ApiErrors.Invalid(NameOf(wrong.Key), "It must not contain control characters.").ExecuteAsync(context);
    }

    private static string NameOf(string key) => key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_') ? key : "A parameter";
}
